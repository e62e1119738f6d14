import { MUTATIONS, type MutationName, type Outgoing } from '../mapping/mapping.ts';
import { type BatchLimits, eachOf, inBatches } from './batches.ts';
import type { GraphClient } from './client.ts';
import { TRIAL_LIMITS, type Trial } from './trial.ts';

/** What is wrong, or unusual, with a field of a row. */
export interface GraphRowFault {
  field: string;
  message: string;
  code: string;
}

export type Outcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';

/** What became of one row. */
export interface Sent {
  outgoing: Outgoing;
  outcome: Outcome;
  faults: GraphRowFault[];
  warnings: GraphRowFault[];
}

export interface SendingOptions {
  client: GraphClient;
  mutation: MutationName;
  /** Calls under way at once; 1 where later rows need earlier ones. */
  width: number;
  onSent(sent: Sent[]): void;
  limits?: BatchLimits;
  /** Asks what would become of the rows, and writes nothing. */
  trial?: Trial;
}

interface ResultRow {
  index: number;
  outcome: Outcome;
  faults: GraphRowFault[];
  warnings: GraphRowFault[];
}

/** How often a row is sent again that somebody else wrote to at the same moment. */
const TRIES = 3;
const FAULT = '{ field message code }';

function documentFor(mutation: MutationName, trial: boolean): string {
  const assuming = trial && mutation === 'importEmployees';
  const variables = `$rows: [${MUTATIONS[mutation]}!]!${assuming ? ', $assumedUnits: [OrgUnitRow!]' : ''}`;
  const given = `rows: $rows${trial ? ', dryRun: true' : ''}${assuming ? ', assumedUnits: $assumedUnits' : ''}`;
  return `mutation Import(${variables}) { result: ${mutation}(${given}) { rows { index outcome faults ${FAULT} warnings ${FAULT} } } }`;
}

const isCrossed = ({ faults }: Sent) => faults.some(({ code }) => code === 'CONFLICT');

/** Upserts rows through an import mutation of the graph, in batches. Every row is answered for in `onSent`. @throws GraphFault */
export async function sendRows(
  rows: AsyncIterable<Outgoing> | Iterable<Outgoing>,
  { client, mutation, width, onSent, limits, trial }: SendingOptions,
): Promise<void> {
  const document = documentFor(mutation, trial !== undefined);
  const sizes = trial ? TRIAL_LIMITS : limits;

  async function send(batch: Outgoing[], tries: number): Promise<Sent[]> {
    const { result } = await client.ask<{ result: { rows: ResultRow[] } }>(document, {
      rows: [...batch.map(({ row }) => row), ...(trial?.before(mutation, batch) ?? [])],
      ...trial?.assuming(mutation, batch),
    });
    const answers = new Map(result.rows.map((row) => [row.index, row]));
    const sent = batch.map((outgoing, index): Sent => {
      const answer = answers.get(index);
      if (answer) return { outgoing, outcome: answer.outcome, faults: answer.faults, warnings: answer.warnings };
      return {
        outgoing,
        outcome: 'REJECTED',
        faults: [{ field: 'row', message: 'was not answered for by the graph', code: 'INTERNAL' }],
        warnings: [],
      };
    });
    if (trial) {
      for (const { outcome, outgoing } of sent) if (outcome !== 'REJECTED') trial.found(mutation, outgoing.row);
      return sent;
    }
    const crossed = sent.filter(isCrossed);
    if (crossed.length === 0 || tries <= 1) return sent;
    const again = new Map(
      (
        await send(
          crossed.map(({ outgoing }) => outgoing),
          tries - 1,
        )
      ).map((one) => [one.outgoing, one]),
    );
    return sent.map((one) => again.get(one.outgoing) ?? one);
  }

  /** What stands in the way of others still: say, who leads a unit until a row of another batch ends that. */
  let waiting: Sent[] = [];
  await eachOf(inBatches(rows, sizes), width, async (batch) => {
    const sent = await send(batch, TRIES);
    const held = trial ? [] : sent.filter(isCrossed);
    waiting.push(...held);
    onSent(sent.filter((one) => !held.includes(one)));
  });
  while (waiting.length > 0) {
    const again: Sent[] = [];
    const left = waiting.map(({ outgoing }) => outgoing);
    await eachOf(inBatches(left, sizes), 1, async (batch) => {
      again.push(...(await send(batch, 1)));
    });
    const held = again.filter(isCrossed);
    const isStuck = held.length === waiting.length;
    onSent(isStuck ? again : again.filter((one) => !held.includes(one)));
    waiting = isStuck ? [] : held;
  }
}
