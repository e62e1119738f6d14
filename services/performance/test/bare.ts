/** The stores on a database of their own, with a small organization and nothing around: no process, no queue, no graph. */
import { randomBytes } from 'node:crypto';
import { fakeClock, type Month } from '@salesgraph/calendar';
import { ensureEventIndexes } from '@salesgraph/events';
import { connectMongo } from '@salesgraph/service-kit';
import { keepDefaultFormulas } from '../src/formulas/formulas.commands.ts';
import { computeShard, freezeRun, publishRun } from '../src/scoring/scoring.commands.ts';
import { createStores, type Stores } from '../src/stores.ts';
import { targetId } from '../src/targets/targets.ts';

const TEAMS = ['t1', 't2', 't3'];
export const PEOPLE = Array.from({ length: 9 }, (_, n) => `e${n}`);
const MOST_ROUNDS = 50;

/** A company of three teams with three sales engineers each. */
const always = { from: '2016-01-01', to: null };
const units = ['company', ...TEAMS].map((id) => ({
  ...{ id, code: id, kind: id === 'company' ? 'COMPANY' : 'TEAM', records: [always] },
}));
const people = PEOPLE.map((id, n) => ({
  ...{ id, code: id },
  assignments: [{ unitId: TEAMS[n % 3]!, role: 'SALES_ENGINEER', primary: true, ...always }],
}));
const view = {
  currency: async () => 'CNY',
  everybody: async () => people,
  units: async () => ({ upwards: (id: string) => (id === 'company' ? [id] : [id, 'company']), all: () => units }),
};

/** A deal, won or lost, of one person. */
export interface BareDeal {
  id: string;
  ownerId: string;
  amountMinor: number;
  closedOn: string;
  status?: string;
  seq?: number;
}

export type Bare = Awaited<ReturnType<typeof openStores>>;

export async function openStores(now = '2026-03-16T04:00:00Z') {
  const connection = await connectMongo(process.env.TEST_MONGODB_URI!, `bare-${randomBytes(6).toString('hex')}`);
  const clock = fakeClock(now);
  /** What keeps the service from knowing that it has heard everything, and how it asks. */
  const hearing = {
    reasons: [] as string[],
    asked: 0,
    withinMs: Number.NaN,
    reconcileNow: async () => void hearing.asked++,
    async unsettled(withinMs: number) {
      hearing.withinMs = withinMs;
      return hearing.reasons;
    },
  };
  const given = { connection, clock, zone: 'Asia/Shanghai', view: view as never, events: hearing };
  const stores = createStores(given);
  for (const model of Object.values(connection.models)) await model.createIndexes();
  await ensureEventIndexes(connection, [stores.periods.model]);
  await keepDefaultFormulas(stores.formulas);

  return {
    stores,
    clock,
    connection,
    hearing,

    async deals(rows: readonly BareDeal[]): Promise<void> {
      const events = rows.map(({ id, ownerId, amountMinor, closedOn, status = 'WON', seq = 1 }) => ({
        ...{ id: `${id}-${seq}`, aggregateId: id, seq, type: 'customers.opportunity.changed', version: 1 },
        ...{ at: new Date(0), actor: 'test' },
        data: {
          ...{ id, code: id, ownerId, status, stage: status, splits: [], amountMinor, currency: 'CNY', closedOn },
          ...{ customerId: null, productCode: null, outletId: null, source: null, engagedOn: null },
          ...{ expectedCloseOn: null, lostReason: null },
        },
      }));
      await stores.facts.apply(events as never);
    },

    /** Gives people the same target of sales. */
    async targets(month: Month, subjectIds: readonly string[], value: string): Promise<void> {
      const writes = subjectIds.map((subjectId) => {
        const key = { subjectKind: 'EMPLOYEE', subjectId, metric: 'SALES_AMOUNT', month } as const;
        return { target: { ...key, id: targetId(key), value }, expectedVersion: null };
      });
      await stores.targets.write(writes, 'test');
    },

    /** Does what is to be done next, as the sweep has it done, until the run has ended. */
    async goOn(runId: string, on: Stores = stores): Promise<void> {
      // Events are carried away, as the relay would.
      await stores.periods.model.collection.updateMany({}, { $set: { outbox: [] } });
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const run = (await stores.runs.byId(runId))!;
        if (run.state === 'FREEZING') await freezeRun(runId, on);
        else if (run.state === 'RUNNING') {
          for (const id of await stores.runs.unfinishedShards(runId, run.frozenId!)) await computeShard(id, on);
          await publishRun(runId, on);
        } else if (run.state === 'PUBLISHING') await publishRun(runId, on);
        else return;
      }
      throw new Error('The run does not end');
    },

    async close(): Promise<void> {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
