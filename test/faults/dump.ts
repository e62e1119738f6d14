/** A canonical dump of everything a graph knows of a company: equal dumps mean the same end state. */
import type { Graph } from '@salesgraph/testing';

const PAGE = 200;

type Answer = { data?: Record<string, unknown> | null; errors?: unknown[] };

/** All nodes of a paged root field. */
async function all(graph: Graph, field: string, args: string, selection: string): Promise<unknown[]> {
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; page < 10_000; page++) {
    const answer: Answer = await graph
      .as('administrator')
      .query(
        `query($after: String) { list: ${field}(${args} first: ${PAGE}, after: $after) { nodes ${selection} pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    if (answer.errors) throw new Error(`${field}: ${JSON.stringify(answer.errors)}`);
    const list = answer.data!.list as { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    nodes.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return nodes;
    after = list.pageInfo.endCursor;
  }
  throw new Error(`${field}: the pages do not end`);
}

/**
 * The dump, a line a record, sorted. Ids, versions, event hashes and output hashes are part of it; times of processing
 * and the number of tries are not.
 */
export async function canonicalDump(graph: Graph, months: string[]): Promise<string[]> {
  const lists: [string, string, string][] = [
    ['units', '', '{ id code name kind version from to parent { code } leader { code } }'],
    ['employees', '', '{ id code name version assignments(all: true) { role from to primary leader unit { code } } }'],
    ['products', '', '{ code name }'],
    ['customers', '', '{ id code name version }'],
    [
      'opportunities',
      '',
      '{ id code stage status version amount { amount currency } engagedOn closedOn expectedCloseOn owner { code } customer { code } splits { share employee { code } } }',
    ],
    ['dataQualityWarnings', '', '{ field message opportunity { code } }'],
    ['targets', '', '{ id period metric target version }'],
  ];
  const lines: string[] = [];
  for (const [field, args, selection] of lists) {
    for (const node of await all(graph, field, args, selection)) lines.push(`${field} ${JSON.stringify(node)}`);
  }
  const statistics =
    '{ month wonCount lostCount winRate averageDaysToClose wonAmount { amount } employee { code } product }';
  const range = `from: "${months[0]}", to: "${months.at(-1)}", by: [MONTH, EMPLOYEE, PRODUCT],`;
  for (const row of await all(graph, 'salesStatistics', range, statistics))
    lines.push(`statistics ${JSON.stringify(row)}`);
  for (const month of months) {
    const cards =
      '{ rank value score employee { code scorecard(period: "MONTH") { score rank peers run { outputsHash } indicators { metric actual target attainment points } } } }';
    for (const row of await all(graph, 'leaderboard', `period: "${month}",`, cards.replace('MONTH', month))) {
      lines.push(`leaderboard ${month} ${JSON.stringify(row)}`);
    }
  }
  const events = await graph
    .as('administrator')
    .query(
      `{ ${['organization', 'customers']
        .map(
          (name) =>
            `${name}Events { pending produced { producer type count hash } consumed { producer type count hash } deadLetters(first: 1) { totalCount } }`,
        )
        .join(' ')} }`,
    );
  if (events.errors) throw new Error(JSON.stringify(events.errors));
  lines.push(`events ${JSON.stringify(events.data)}`);
  return lines.sort();
}
