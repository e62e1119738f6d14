/** Answers a repeated create with the first result. */
import { randomUUID } from 'node:crypto';
import { badInput, conflict } from '../errors/api-error.ts';
import type { Request } from './request.ts';

/** What a created document remembers of the call that created it; index `createKey` uniquely where it exists. */
export interface Created {
  createKey?: string;
  createHash?: string;
}

/** A code for something that was created without one, such as `D-4F9A02C17B3E`. */
export const madeCode = (prefix: string): string =>
  `${prefix}-${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`;

const duplicate = (error: unknown): boolean => (error as { code?: unknown })?.code === 11_000;

/**
 * Creates once per caller and key. Two calls at the same moment are told apart by the unique index on the key: the later
 * one reads the result of the earlier.
 * @param request the call, from `requestOf`
 * @param find what was created by a call with this key
 * @throws BAD_USER_INPUT when the key was used for something else, CONFLICT when the code is taken.
 */
export async function once<T>(
  request: Request | null,
  find: (createKey: string) => Promise<{ result: T; hash: string } | null>,
  create: (created: Created) => Promise<T>,
): Promise<T> {
  const first = async () => {
    const found = request && (await find(request.key));
    if (found && found.hash !== request.hash) throw badInput('idempotencyKey', 'was used for another call');
    return found;
  };

  const before = await first();
  if (before) return before.result;
  try {
    return await create(request ? { createKey: request.key, createHash: request.hash } : {});
  } catch (error) {
    if (!duplicate(error)) throw error;
    const other = await first();
    if (other) return other.result;
    throw conflict('The code is taken.', [{ field: 'code', message: 'is taken' }]);
  }
}
