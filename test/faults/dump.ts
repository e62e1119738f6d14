/** A canonical dump of everything a graph knows of a company: equal dumps mean the same end state. */
import type { Graph } from '@salesgraph/testing';

const PAGE = 200;
const MOST_PAGES = 10_000;

interface Page {
  list: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

async function ask<T>(graph: Graph, document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await graph.as('administrator').query<T>(document, variables);
  if (errors || !data) throw new Error(`${document}: ${JSON.stringify(errors)}`);
  return data;
}

/** All nodes of a paged root field. @param args of the field, each ended by a comma */
async function all(graph: Graph, field: string, args: string, selection: string): Promise<unknown[]> {
  const document = `query($after: String) {
    list: ${field}(${args} first: ${PAGE}, after: $after) { nodes ${selection} pageInfo { hasNextPage endCursor } }
  }`;
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { list }: Page = await ask<Page>(graph, document, { after });
    nodes.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return nodes;
    after = list.pageInfo.endCursor;
  }
  throw new Error(`${field}: the pages do not end`);
}

const STATISTICS = `{
  month wonCount lostCount winRate averageDaysToClose averageDealAmount { amount } wonAmount { amount }
  employee { code } product
}`;
const CARD = 'score rank peers run { inputsHash outputsHash } indicators { metric actual target attainment points }';

/** What is listed of each kind of thing: the field, its arguments, and what of each node. */
function listsOf(months: string[]): [string, string, string][] {
  const lists: [string, string, string][] = [
    ['units', '', '{ id code name kind version from to parent { code } leader { code } }'],
    ['employees', '', '{ id code name version assignments(all: true) { role from to primary leader unit { code } } }'],
    ['products', '', '{ id code name version listPrice { amount currency } }'],
    ['customers', '', '{ id code name sector country version parent { code } }'],
    [
      'opportunities',
      '',
      `{ id code stage status version amount { amount currency } engagedOn closedOn expectedCloseOn owner { code }
        customer { code } product { code } splits { share employee { code } } history(first: 50) { nodes { stage on } } }`,
    ],
    ['dataQualityWarnings', '', '{ field message opportunity { code } }'],
    ['targets', '', '{ id metric month value version employee { code } unit { code } }'],
    ['salesStatistics', `from: "${months[0]}", to: "${months.at(-1)}", by: [MONTH, EMPLOYEE, PRODUCT],`, STATISTICS],
  ];
  for (const month of months) {
    const card = `scorecard(period: "${month}") { ${CARD} }`;
    lists.push(['leaderboard', `period: "${month}",`, `{ rank value score employee { code ${card} } }`]);
    lists.push(['units', '', `{ code ${card} }`]);
  }
  return lists;
}

const SERVICES = ['organization', 'salesNetwork', 'customers', 'performance', 'collaboration'];
const FLOW = '{ producer type consumer count hash }';
const EVENTS = `{ pending produced ${FLOW} consumed ${FLOW} deadLetters(first: 1) { totalCount } }`;

interface Flow {
  producer: string;
  type: string;
  count: number;
  hash: string;
}

type Status = Record<
  string,
  { pending: number; produced: Flow[]; consumed: Flow[]; deadLetters: { totalCount: number } }
>;

const statusOf = (graph: Graph) =>
  ask<Status>(graph, `{ ${SERVICES.map((name) => `${name}Events ${EVENTS}`).join(' ')} }`);

/** Whether every consumer has heard of all that was told of what it listens to. */
function isSettled(status: Status): boolean {
  const all = Object.values(status);
  const told = new Map(all.flatMap(({ produced }) => produced.map((flow) => [flow.type, flow])));
  return all.every(
    ({ pending, consumed }) =>
      pending === 0 &&
      consumed.every(({ type, count, hash }) => told.get(type)?.count === count && told.get(type)?.hash === hash),
  );
}

/** Waits until every consumer of every service has heard of all that was told. */
export const settled = (graph: Graph): Promise<unknown> =>
  graph.waitUntil(async () => isSettled(await statusOf(graph)), 60_000);

/**
 * The dump, a line a record, sorted; what is under way is waited for. Ids, versions, counts and hashes of events, and
 * hashes of scores are part of it; times of processing, revisions of runs (and what performance tells of each) and the
 * number of tries are not.
 */
export async function canonicalDump(graph: Graph, months: string[]): Promise<string[]> {
  await settled(graph);
  const lines: string[] = [];
  for (const [field, args, selection] of listsOf(months)) {
    for (const node of await all(graph, field, args, selection)) lines.push(`${field} ${args} ${JSON.stringify(node)}`);
  }
  const mine = ({ producer }: Flow) => producer !== 'performance';
  for (const [name, { produced, consumed, deadLetters }] of Object.entries(await statusOf(graph))) {
    const flows = { produced: produced.filter(mine), consumed: consumed.filter(mine) };
    lines.push(`${name} ${JSON.stringify({ ...flows, deadLetters })}`);
  }
  return lines.sort();
}

/** The lines of which one of two dumps has more than the other: none where they are equal. */
export function differences(one: string[], other: string[]): string[] {
  const without = (lines: string[], others: string[]) => {
    const rest = Map.groupBy(others, (line) => line);
    return lines.filter((line) => rest.get(line)?.pop() === undefined);
  };
  return [...without(one, other).map((line) => `- ${line}`), ...without(other, one).map((line) => `+ ${line}`)];
}
