import { MUTATIONS, type MutationName, type Outgoing } from '../mapping/mapping.ts';
import { type BatchLimits, eachOf, inBatches } from './batches.ts';
import type { GraphClient } from './client.ts';

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

const documentFor = (mutation: MutationName): string =>
  `mutation Import($rows: [${MUTATIONS[mutation]}!]!) { result: ${mutation}(rows: $rows) { rows { index outcome faults ${FAULT} warnings ${FAULT} } } }`;

/** Upserts rows through an import mutation of the graph, in batches. Every row is answered for in `onSent`. @throws GraphFault */
export async function sendRows(
  rows: AsyncIterable<Outgoing> | Iterable<Outgoing>,
  { client, mutation, width, onSent, limits }: SendingOptions,
): Promise<void> {
  const document = documentFor(mutation);

  async function send(batch: Outgoing[], tries: number): Promise<Sent[]> {
    const { result } = await client.ask<{ result: { rows: ResultRow[] } }>(document, {
      rows: batch.map(({ row }) => row),
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
    const crossed = sent.filter(({ faults }) => faults.some(({ code }) => code === 'CONFLICT'));
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

  await eachOf(inBatches(rows, limits), width, async (batch) => onSent(await send(batch, TRIES)));
}
