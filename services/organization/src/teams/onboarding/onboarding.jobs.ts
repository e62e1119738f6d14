/** What happens to checklists by itself: they begin where somebody takes up a role, and end where somebody leaves. */
import { defineJob, type JobDefinition } from '@salesgraph/jobs';
import { z } from 'zod';
import { remembering } from '../../audit.ts';
import { isFault, unlessOvertaken } from '../changing.ts';
import { isDuplicate } from '../documents.store.ts';
import type { TeamStores } from '../stores.ts';
import { cancelled, hasBegun, rolesTakenUp, takenUpSince } from './checklists.ts';
import { writeBegun } from './onboarding.commands.ts';
import { currentOf } from './templates.ts';

const EVERY_MS = 300_000;
/** Rows that are looked at in one go. */
const BATCH = 500;
const ACTOR = 'schedule';

/** Begins what is due. Whatever is there already is left alone, so it may be called again, and by several at once. */
async function beginDue(stores: TeamStores): Promise<number> {
  const today = stores.today();
  const templates = currentOf(await stores.templates.all());
  const roles = new Set(templates.keys());
  let count = 0;
  for (let after: string | null = null; ; ) {
    const people = await stores.roster.newcomers(takenUpSince(today), [...roles], after, BATCH);
    const known = Map.groupBy(
      people.length > 0 ? await stores.checklists.known(people.map(({ id }) => id)) : [],
      ({ employeeId }) => employeeId,
    );
    for (const { id: employeeId, leftOn, assignments } of people) {
      for (const { role, unitId, from: startsOn } of rolesTakenUp(assignments, roles, today)) {
        if (hasBegun(known.get(employeeId) ?? [], role, startsOn) || (leftOn !== null && leftOn <= today)) continue;
        try {
          await writeBegun(templates.get(role)!, { employeeId, unitId, startsOn }, ACTOR, stores);
          count += 1;
        } catch (error) {
          // Somebody began it at the same moment.
          if (!isDuplicate(error)) throw error;
        }
      }
    }
    if (people.length < BATCH) return count;
    after = people.at(-1)!.id;
  }
}

/** Cancels the open checklists of those who have left. */
async function cancelOfLeavers(stores: TeamStores): Promise<number> {
  const today = stores.today();
  let count = 0;
  for (let after: string | null = null; ; ) {
    const open = await stores.checklists.open(after, BATCH);
    const people = open.length > 0 ? await stores.people.byIds([...new Set(open.map((one) => one.employeeId))]) : [];
    const leftOn = new Map(people.map((person) => [person.id, person.leftOn]));
    for (const checklist of open) {
      const left = leftOn.get(checklist.employeeId) ?? null;
      if (left === null || left > today) continue;
      const reason = `The person left on ${left}.`;
      const state = cancelled(checklist, reason);
      if (isFault(state)) continue;
      const memory = remembering(checklist, { action: 'checklist.cancel', reason });
      if (await unlessOvertaken(() => stores.checklists.save({ ...state, ...memory }, ACTOR))) count += 1;
    }
    if (open.length < BATCH) return count;
    after = open.at(-1)!.id;
  }
}

/** What is due now. It may be killed anywhere and be called again. @returns how many began and how many were cancelled */
export const lookAfterChecklists = async (stores: TeamStores) => ({
  cancelled: await cancelOfLeavers(stores),
  begun: await beginDue(stores),
});

export const checklistJob = (stores: TeamStores) =>
  defineJob({
    name: 'organization.checklists',
    payload: z.object({}),
    id: () => 'look-after',
    schedule: { everyMs: EVERY_MS },
    attempts: 1,
    concurrency: 1,
    async handler(_, { log }) {
      const done = await lookAfterChecklists(stores);
      if (done.begun + done.cancelled > 0) log.info(done, 'checklists began or were cancelled');
    },
  }) as unknown as JobDefinition;
