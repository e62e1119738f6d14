/** What a document remembers of the calls that changed it. */
import { createHash } from 'node:crypto';
import { badInput } from '@salesgraph/service-kit';

/** A correction of the past; what it changed is in the event log under the same version. */
export interface Correction {
  version: number;
  at: Date;
  actor: string;
  reason: string;
}

/** A call with an idempotency key: the key within its caller, and a hash of what was asked. */
export interface Request {
  key: string;
  hash: string;
}

/** What a stored document carries beside what it says. */
export interface Audited {
  version: number;
  corrections: Correction[];
  requests: Request[];
}

const KEPT_CORRECTIONS = 50;
const KEPT_REQUESTS = 20;
const MAX_KEY = 200;

/** A document never written before. */
export const unwritten: Audited = { version: 0, corrections: [], requests: [] };

/** The call as a document remembers it; null without a key. @throws BAD_USER_INPUT for a key that is empty or too long */
export function requestOf(name: string, subject: string, input: { idempotencyKey?: string | null }): Request | null {
  const { idempotencyKey, ...asked } = input;
  if (idempotencyKey === null || idempotencyKey === undefined) return null;
  if (idempotencyKey === '' || idempotencyKey.length > MAX_KEY) {
    throw badInput('idempotencyKey', `must have 1 to ${MAX_KEY} characters`);
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([name, asked]))
    .digest('hex');
  return { key: `${subject} ${idempotencyKey}`, hash };
}

/** A document's memory with one more call in it. */
export function remembering(
  { corrections, requests }: Audited,
  request: Request | null,
  correction?: Correction,
): Pick<Audited, 'corrections' | 'requests'> {
  return {
    requests: request ? [...requests, request].slice(-KEPT_REQUESTS) : requests,
    corrections: correction ? [...corrections, correction].slice(-KEPT_CORRECTIONS) : corrections,
  };
}

/** Whether a document has seen a call before. @throws BAD_USER_INPUT when its key was used for something else */
export function hasAnswered(document: Audited | null, request: Request | null): boolean {
  const seen = request && document?.requests.find(({ key }) => key === request.key);
  if (!seen) return false;
  if (seen.hash !== request.hash) throw badInput('idempotencyKey', 'was used for another call');
  return true;
}
