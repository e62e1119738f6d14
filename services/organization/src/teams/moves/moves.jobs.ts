/** What happens to proposed moves by itself: those nobody decided on expire, and those approved are done on their day. */
import { addDays, type Day } from '@salesgraph/calendar';
import { defineJob, type JobDefinition } from '@salesgraph/jobs';
import { z } from 'zod';
import { remembering } from '../../audit.ts';
import { isFault, unlessOvertaken } from '../changing.ts';
import type { TeamStores } from '../stores.ts';
import type { StoredMove } from './moves.store.ts';
import { type MoveState, outcomeOn, stepped } from './moves.ts';

const EVERY_MS = 300_000;
/** Rows that are looked at in one go. */
const BATCH = 500;
const ACTOR = 'schedule';

/**
 * Takes every move in a state whose day is before another one a step further, the earliest first.
 * @param next which step each of some takes
 */
async function step(
  stores: TeamStores,
  state: MoveState,
  before: Day,
  next: (moves: readonly StoredMove[]) => Promise<(move: StoredMove) => MoveState>,
): Promise<number> {
  for (let count = 0; ; ) {
    const due = await stores.moves.due(state, before, BATCH);
    const stateOf = await next(due);
    let taken = 0;
    for (const move of due) {
      const to = stateOf(move);
      // Who approved a move stays on it.
      const decision = move.decision ?? { by: ACTOR, at: stores.clock.now().toISOString(), reason: null };
      const moved = stepped(move, to, decision);
      if (isFault(moved)) continue;
      const memory = remembering(move, { action: `move.${VERBS[to] ?? to.toLowerCase()}`, reason: null });
      if (await unlessOvertaken(() => stores.moves.save({ ...moved, ...memory }, ACTOR))) taken += 1;
    }
    count += taken;
    // Those that could not be written wait for the next time.
    if (due.length < BATCH || taken === 0) return count;
  }
}

const VERBS: Readonly<Partial<Record<MoveState, string>>> = {
  EXPIRED: 'expire',
  DONE: 'complete',
  OVERTAKEN: 'overtake',
};

/** What is due now. It may be killed anywhere and be called again. @returns how many expired and how many came to their day */
export async function lookAfterMoves(stores: TeamStores): Promise<{ expired: number; settled: number }> {
  const today = stores.today();
  const expired = await step(stores, 'PROPOSED', today, async () => () => 'EXPIRED');
  const settled = await step(stores, 'APPROVED', addDays(today, 1), async (moves) => {
    const ids = [...new Set(moves.map(({ employeeId }) => employeeId))];
    const people = new Map((ids.length > 0 ? await stores.people.byIds(ids) : []).map((one) => [one.id, one]));
    return (move) => outcomeOn(move, people.get(move.employeeId));
  });
  return { expired, settled };
}

export const moveJob = (stores: TeamStores) =>
  defineJob({
    name: 'organization.moves',
    payload: z.object({}),
    id: () => 'look-after',
    schedule: { everyMs: EVERY_MS },
    attempts: 1,
    concurrency: 1,
    async handler(_, { log }) {
      const done = await lookAfterMoves(stores);
      if (done.expired + done.settled > 0) log.info(done, 'proposed moves expired or came to their day');
    },
  }) as unknown as JobDefinition;
