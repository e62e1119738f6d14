/** Asking for a rebuild: noted first, then told to the process that consumes. */
import { badInput, requestOf } from '@salesgraph/service-kit';
import type { Connection } from 'mongoose';
import { type Consumer, queueOf } from '../consumer.ts';
import { inboxOf } from '../inbox.ts';
import { type Rebuild, rebuildsOf } from './rebuilds.ts';

export interface RebuildRequest {
  /** Who asks. */
  by: string;
  /** Of one consumer alone. */
  consumer?: string | null;
  /** The caller's own name for this call. */
  idempotencyKey?: string | null;
}

/** @throws BAD_USER_INPUT when the consumer keeps no copy, or the key was used for another call */
export async function startRebuilds(
  { by, consumer: wanted, idempotencyKey }: RebuildRequest,
  given: { consumers: readonly Consumer[]; connection: Connection; wake(queue: string): Promise<void> },
): Promise<Rebuild[]> {
  const { consumers, connection, wake } = given;
  const keeping = consumers.filter(({ copies }) => copies !== undefined);
  const chosen = wanted ? keeping.filter(({ name }) => name === wanted) : keeping;
  if (wanted && chosen.length === 0) throw badInput('consumer', 'names no consumer that keeps a copy');
  const request = requestOf('rebuild', by, { consumer: wanted ?? null, idempotencyKey });
  const started: Rebuild[] = [];
  for (const consumer of chosen) {
    const eventsBefore = await inboxOf(connection).count(consumer.name);
    started.push(
      await rebuildsOf(connection).start({ consumer: consumer.name, by, request, eventsBefore, at: new Date() }),
    );
    // Should this get lost, the next regular look finds what was noted.
    await wake(queueOf(consumer));
  }
  return started;
}
