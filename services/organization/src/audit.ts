/** What a document remembers of the calls that changed it. */
import { isRepeat, type Request, remembering as rememberingCalls } from '@salesgraph/service-kit';

/** A correction of the past; what it changed is in the event log under the same version. */
export interface Correction {
  version: number;
  at: Date;
  actor: string;
  reason: string;
}

/** A correction, and the id of what was corrected. */
export type CorrectionOf = Correction & { subject: string };

/** The corrections of a unit or a person, each with whose it is. */
export const correctionsOf = ({ id, corrections }: { id: string; corrections: Correction[] }): CorrectionOf[] =>
  corrections.map((correction) => ({ ...correction, subject: id }));

/** What the last write of a document was: it goes into the event's data, so that the event log is the audit trail. */
export interface WhatChanged {
  /** `<aggregate>.<what was done>`: `unit.rename`, `employee.transfer`. */
  action: string;
  reason: string | null;
}

/** Why an interval begins and who makes the change that begins it. */
export interface Begun {
  reason: string | null;
  by: string;
}

/** What a stored document carries beside what it says. */
export interface Audited {
  version: number;
  /** Null of a document that was last written before this was kept. */
  change: WhatChanged | null;
  corrections: Correction[];
  requests: Request[];
}

const KEPT_CORRECTIONS = 50;

/** A document never written before. */
export const unwritten: Audited = { version: 0, change: null, corrections: [], requests: [] };

/** What a document remembers, without what it says. */
export const memoryIn = ({ version, change, corrections, requests }: Audited): Audited => ({
  ...{ version, change, corrections, requests },
});

/** A document's memory with one more change in it, and the call that made it. */
export function remembering(
  { corrections, requests }: Audited,
  change: WhatChanged,
  request: Request | null = null,
  correction?: Correction,
): Pick<Audited, 'change' | 'corrections' | 'requests'> {
  return {
    change,
    requests: rememberingCalls(requests, request),
    corrections: correction ? [...corrections, correction].slice(-KEPT_CORRECTIONS) : corrections,
  };
}

/** Whether a document has seen a call before. @throws BAD_USER_INPUT when its key was used for something else */
export const hasAnswered = (document: Audited | null, request: Request | null): boolean =>
  document !== null && isRepeat(document.requests, request);
