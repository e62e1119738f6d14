/** A stand-in for the graph that speaks HTTP: it keeps rows by code as the import mutations do and can be made to misbehave. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MUTATIONS, type MutationName } from '../src/mapping/mapping.ts';

type Row = Record<string, unknown>;

interface Call {
  name: string;
  bytes: number;
  authorization: string | undefined;
  rows: Row[];
  variables: Record<string, unknown>;
}

export interface GraphStandIn {
  url: string;
  calls: Call[];
  /** What was imported, by mutation and code. */
  kept: Map<string, Map<string, Row>>;
  /** Refuses a row: the fault's field and message. */
  refuse?: (mutation: string, row: Row) => { field: string; message: string; code?: string } | undefined;
  /** Answers a call in another way than with what was asked for; true when it has. */
  interfere?: (call: Call, response: ServerResponse) => boolean | Promise<boolean>;
  /** How many questions for the events are answered with consumers that are behind. */
  behind: number;
  close(): Promise<void>;
}

/** What identifies a row: its code, or for a target all but its value. */
const keyOf = (row: Row): string => String(row.code ?? [row.subjectKind, row.subjectCode, row.month, row.metric]);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export async function standInForGraph(): Promise<GraphStandIn> {
  const imports = Object.keys(MUTATIONS) as MutationName[];

  function importRows(mutation: string, rows: Row[], dryRun: boolean) {
    const kept = dryRun ? new Map(graph.kept.get(mutation)) : (graph.kept.get(mutation) ?? new Map<string, Row>());
    if (!dryRun) graph.kept.set(mutation, kept);
    return rows.map((row, index) => {
      const refused = graph.refuse?.(mutation, row);
      if (refused) return { index, outcome: 'REJECTED', faults: [{ code: 'BAD_VALUE', ...refused }], warnings: [] };
      const before = kept.get(keyOf(row));
      kept.set(keyOf(row), row);
      const same = JSON.stringify(before) === JSON.stringify(row);
      const missing = mutation === 'importOpportunities' && row.customerCode === null ? ['customer'] : [];
      const warnings = missing.map((field) => ({ field, message: 'is missing', code: 'MISSING' }));
      return { index, outcome: before ? (same ? 'UNCHANGED' : 'UPDATED') : 'CREATED', faults: [], warnings };
    });
  }

  function answer({ name, rows }: Call, query: string): Record<string, unknown> {
    if (name.startsWith('import')) return { result: { rows: importRows(name, rows, query.includes('dryRun: true')) } };
    if (name === 'reached') return { __typename: 'Query' };
    if (name !== 'events') return { [name]: { id: 'imp-1' } };
    const late = graph.behind > 0;
    graph.behind -= 1;
    const flows = (producer: string, types: string[], count: number) =>
      types.map((type) => ({ producer, type, count, hash: `h${count}` }));
    const told = [
      ...flows('organization', ['organization.unit.changed', 'organization.employee.changed'], 4),
      ...flows('customers', ['customers.opportunity.changed'], 4),
    ];
    const taken = told.map((flow) => (late ? { ...flow, count: 3, hash: 'h3' } : flow));
    const services = [...query.matchAll(/(\w+)Events/g)].map(([field, service]) => [
      field,
      { pending: 0, produced: told.filter(({ producer }) => producer === service), consumed: taken },
    ]);
    return Object.fromEntries(services);
  }

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { query, variables } = JSON.parse(body) as { query: string; variables: { rows?: Row[] } };
    const name = [...imports, 'openImport', 'heartbeatImport', 'closeImport'].find((each) =>
      new RegExp(`\\b${each}\\b`).test(query),
    );
    const call: Call = {
      name: name ?? (/query Reached/.test(query) ? 'reached' : 'events'),
      bytes: Buffer.byteLength(body),
      authorization: request.headers.authorization,
      rows: variables.rows ?? [],
      variables,
    };
    graph.calls.push(call);
    if (await graph.interfere?.(call, response)) return;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: answer(call, query) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const graph: GraphStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    calls: [],
    kept: new Map(),
    behind: 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return graph;
}
