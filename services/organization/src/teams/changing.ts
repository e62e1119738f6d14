/** How one document of teams is changed: known calls are answered, stale ones refused, and the rule decides. */
import { ApiError, conflict, notFound, type Request } from '@salesgraph/service-kit';
import { type Audited, hasAnswered, remembering, type WhatChanged } from '../audit.ts';
import { type Fault, refusal } from '../faults.ts';

/** What every change of a document is given. */
export interface Change {
  expectedVersion: number;
  idempotencyKey?: string | null;
}

/** Whether a rule found a fault instead of a new state. */
export const isFault = (found: object): found is Fault => 'field' in found && 'message' in found && 'code' in found;

/** @throws CONFLICT when a document has another version than the one that was read */
export function checkVersion({ version }: Pick<Audited, 'version'>, expectedVersion: number, what: string): void {
  if (version === expectedVersion) return;
  const message = `is not the current version, ${version}`;
  throw conflict(`The ${what} has changed since it was read.`, [{ field: 'expectedVersion', message }]);
}

/**
 * One change of one document.
 * @param present as read within the caller's reach; null for what is absent or hidden
 * @param next the rule: the new state, or what is wrong
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function changed<T extends Audited>(
  present: T | null,
  given: {
    what: string;
    request: Request | null;
    expectedVersion: number;
    change: WhatChanged;
    next(present: T): T | Fault;
    save(document: T): Promise<T>;
  },
): Promise<T> {
  const { what, request, expectedVersion, change, next, save } = given;
  if (!present) throw notFound(what);
  if (hasAnswered(present, request)) return present;
  checkVersion(present, expectedVersion, what);
  const state = next(present);
  if (isFault(state)) throw refusal([state]);
  return save({ ...state, ...remembering(present, change, request) });
}

/**
 * Does a write of a schedule that somebody may have been quicker at: what could not be written is looked at anew next time.
 * @returns whether it was written
 */
export async function unlessOvertaken(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ApiError && (error.code === 'CONFLICT' || error.code === 'UNAVAILABLE')) return false;
    throw error;
  }
}
