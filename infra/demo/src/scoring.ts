import { setTimeout as wait } from 'node:timers/promises';
import { addMonths, type Month, monthsFrom } from '@salesgraph/calendar';
import type { GraphClient } from '@salesgraph/importer';

interface Run {
  id: string;
  state: string;
}

const PAUSE_MS = 250;
const PATIENCE_MS = 60_000;
const UNDER_WAY = new Set(['PENDING', 'RUNNING', 'FREEZING', 'PUBLISHING']);

/** Has the twelve months before `month` scored and waits until all are published. @throws Error when a run fails */
export async function scoreClosedMonths(client: GraphClient, month: Month): Promise<void> {
  const months = monthsFrom(addMonths(month, -12), addMonths(month, -1));
  const runs = await Promise.all(
    months.map(async (period) => {
      const { scorePeriod } = await client.ask<{ scorePeriod: Run }>(
        'mutation Score($period: Month!) { scorePeriod(period: $period) { id state } }',
        { period },
      );
      return scorePeriod.id;
    }),
  );
  const document = `query Runs { ${runs.map((id, place) => `r${place}: scoreRun(id: ${JSON.stringify(id)}) { id state }`).join(' ')} }`;
  for (const deadline = Date.now() + PATIENCE_MS; ; await wait(PAUSE_MS)) {
    const answer = await client.ask<Record<string, Run>>(document);
    const states = Object.values(answer).map(({ state }) => state);
    if (states.includes('FAILED')) throw new Error('a month could not be scored');
    if (states.every((state) => !UNDER_WAY.has(state))) return;
    if (Date.now() > deadline) throw new Error(`scoring was not finished after ${PATIENCE_MS / 1000} s`);
  }
}
