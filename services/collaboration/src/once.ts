/** Answers a repeated create with the first result: phones send again what they got no answer to. */
import { createHash, randomUUID } from 'node:crypto';
import { badInput, conflict } from '@salesgraph/service-kit';

/** What a created document remembers of the call that created it. */
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
 * @throws BAD_USER_INPUT when the key was used for something else, CONFLICT when the code is taken.
 */
export async function once<T>(
  call: { subject: string; idempotencyKey: string | null | undefined; input: object },
  find: (createKey: string) => Promise<{ result: T; hash: string } | null>,
  create: (created: Created) => Promise<T>,
): Promise<T> {
  const { subject, idempotencyKey: key, input } = call;
  if (key === '' || (key && key.length > 200)) throw badInput('idempotencyKey', 'must have 1 to 200 characters');
  const createKey = key ? `${subject} ${key}` : undefined;
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const first = async () => {
    const found = createKey ? await find(createKey) : null;
    if (found && found.hash !== hash) throw badInput('idempotencyKey', 'was used for another input');
    return found;
  };

  const before = await first();
  if (before) return before.result;
  try {
    return await create(createKey ? { createKey, createHash: hash } : {});
  } catch (error) {
    if (!duplicate(error)) throw error;
    const other = await first();
    if (other) return other.result;
    throw conflict('The code is taken.', [{ field: 'code', message: 'is taken' }]);
  }
}
