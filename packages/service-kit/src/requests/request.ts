/** A call with a key of the caller's own, by which a repeat of it is known: phones send again what they got no answer to. */
import { createHash } from 'node:crypto';
import { badInput } from '../errors/api-error.ts';

/** A call as a document remembers it. */
export interface Request {
  /** The caller and its key. */
  key: string;
  /** Of what was asked. */
  hash: string;
}

const MAX_KEY = 200;
/** How many calls a document remembers. */
export const KEPT_REQUESTS = 20;

/**
 * The call as it is remembered; null when it has no key.
 * @param name of the mutation: a key is for one call, not for one kind of call
 * @throws BAD_USER_INPUT for a key that is empty or longer than 200 characters
 */
export function requestOf<Input extends { idempotencyKey?: string | null }>(
  name: string,
  subject: string,
  input: Input,
): Request | null {
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

/**
 * Whether a document has taken this very call before.
 * @throws BAD_USER_INPUT when the key was used for something else
 */
export function isRepeat(requests: readonly Request[], request: Request | null): boolean {
  const seen = request && requests.find(({ key }) => key === request.key);
  if (!seen) return false;
  if (seen.hash !== request.hash) throw badInput('idempotencyKey', 'was used for another call');
  return true;
}

/** What a document remembers after one more call: the latest 20. */
export const remembering = (requests: readonly Request[], request: Request | null): Request[] =>
  request ? [...requests, request].slice(-KEPT_REQUESTS) : [...requests];
