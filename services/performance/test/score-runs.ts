/** Score runs as the tests start and await them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from './house.ts';

export interface Run {
  id: string;
  period: string;
  revision: number;
  state: string;
  shards: { total: number; done: number; failed: number };
  inputsHash: string | null;
  outputsHash: string | null;
  failure: string | null;
  requestedBy: string;
  changes: {
    totalCount: number;
    nodes: {
      employee: { id: string } | null;
      unit: { id: string } | null;
      scoreBefore: string | null;
      scoreAfter: string | null;
      rankBefore: number | null;
      rankAfter: number | null;
    }[];
  };
}

const FIELDS = `id period revision state shards { total done failed } inputsHash outputsHash failure requestedBy
  changes { totalCount nodes { employee { id } unit { id } scoreBefore scoreAfter rankBefore rankAfter } }`;
const ENDED = ['PUBLISHED', 'SUPERSEDED', 'FAILED'];
const PATIENCE_MS = 20_000;

/** Keeps the schedule from closing and scoring months by itself: an import is open, and the clock of a test stands still. */
export const holdSchedule = (house: House) =>
  house.answer('importer', 'mutation { openImport(name: "the story of a test") { id } }');

/** Asks for a run of a month. @returns its id */
export async function score(house: House, period: string): Promise<string> {
  const { scorePeriod } = await house.answer<{ scorePeriod: { id: string } }>(
    'administrator',
    'mutation($period: Month!) { scorePeriod(period: $period) { id } }',
    { period },
  );
  return scorePeriod.id;
}

/** Waits until a run has ended. */
export async function finished(house: House, id: string): Promise<Run> {
  const document = `query($id: ID!) { scoreRun(id: $id) { ${FIELDS} } }`;
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(25)) {
    const { scoreRun } = await house.answer<{ scoreRun: Run }>('administrator', document, { id });
    if (ENDED.includes(scoreRun.state)) return scoreRun;
    if (Date.now() > deadline) throw new Error(`The run has not ended: ${JSON.stringify(scoreRun)}`);
  }
}
