/**
 * A move through the one graph: a leader proposes it, the regional manager approves it, and on its day the engineer and what the
 * engineer looks after are the new leader's. The house is stopped before that day and started again on it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCompany, type Graph, startGraph } from '@salesgraph/testing';

const EVE = '2026-03-31';
const DAY = '2026-04-01';

let folder: string;
let graph: Graph;
/** Starts the house on the morning of a day, with what it knew before. */
const morningOf = (day: string) =>
  startGraph({ dataDir: folder, embedded: true, env: { SALESGRAPH_NOW: `${day}T01:00:00Z` } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salesgraph-moves-'));
  graph = await morningOf(EVE);
  await aCompany()
    .withDirector('Wang')
    .withRegion('East', 'Zhao')
    .withTeam('East One', 'Qian')
    .withEngineer('Sun', 'Li')
    .withTeam('East Two', 'Wu')
    .withEngineer('Zheng')
    .load(graph);
}, 240_000);
afterAll(async () => {
  await graph?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function ask<T>(who: string, document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await graph.as(who).query<T>(document, variables);
  expect(errors).toBeUndefined();
  return data as T;
}
const refusal = async (who: string, document: string, variables: Record<string, unknown>) =>
  (await graph.as(who).query(document, variables)).errors?.map(({ extensions }) => extensions?.code);

interface Move {
  id: string;
  version: number;
  state: string;
}
const mutation = (field: string) =>
  `mutation($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { result: ${field}(input: $input) { id version state } }`;
const change = async (who: string, field: string, input: object) =>
  (await ask<{ result: Move }>(who, mutation(field), { input })).result;

/** What somebody sees of Sun, in organization and in customers. */
async function seenBy(who: string) {
  const { employee, customers } = await ask<{
    employee: { unit: { code: string }; manager: { code: string }; skillProfile: object | null };
    customers: { nodes: { code: string }[] };
  }>(
    who,
    '{ employee(code: "Sun") { unit { code } manager { code } skillProfile { version } } customers { nodes { code } } }',
  );
  return {
    ...{ unit: employee.unit.code, manager: employee.manager.code, skills: employee.skillProfile !== null },
    customers: customers.nodes.map(({ code }) => code),
  };
}

test('a move is proposed by a leader, approved by the regional manager, and takes effect on its day', async () => {
  const idOf = async (field: 'employee' | 'unit', code: string) =>
    (await ask<{ found: { id: string } }>('Wang', `{ found: ${field}(code: "${code}") { id } }`)).found.id;
  const [employeeId, toUnitId] = [await idOf('employee', 'Sun'), await idOf('unit', 'East Two')];
  const customer = 'mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { code } }';
  await graph.waitUntil(async () => {
    const { errors } = await graph
      .as('Sun')
      .query(customer, { input: { code: 'C-1', name: 'First', idempotencyKey: 'c' } });
    return !errors;
  });
  const before = { unit: 'East One', manager: 'Qian' };
  expect(await seenBy('Qian')).toEqual({ ...before, skills: true, customers: ['C-1'] });
  expect(await seenBy('Wu')).toEqual({ ...before, skills: false, customers: [] });

  const input = { employeeId, toUnitId, on: DAY, reason: 'more customers there' };
  expect(await refusal('Li', mutation('proposeMove'), { input })).toEqual(['FORBIDDEN']);
  const move = await change('Qian', 'proposeMove', input);
  const decide = { id: move.id, expectedVersion: move.version };
  for (const who of ['Qian', 'Wu', 'Sun']) {
    expect(await refusal(who, mutation('approveMove'), { input: decide })).toEqual(['FORBIDDEN']);
  }
  expect(await change('Zhao', 'approveMove', decide)).toEqual({ id: move.id, version: 2, state: 'APPROVED' });

  // Planned at once, and nothing has happened yet.
  const { employee } = await ask<{ employee: { assignments: object[] } }>(
    'Wang',
    '{ employee(code: "Sun") { assignments(all: true) { from to unit { code } } } }',
  );
  expect(employee.assignments).toEqual([
    { from: '2016-01-01', to: DAY, unit: { code: 'East One' } },
    { from: DAY, to: null, unit: { code: 'East Two' } },
  ]);
  expect(await seenBy('Qian')).toEqual({ ...before, skills: true, customers: ['C-1'] });
  expect(await seenBy('Wu')).toEqual({ ...before, skills: false, customers: [] });

  await graph.stop();
  graph = await morningOf(DAY);

  const after = { unit: 'East Two', manager: 'Wu' };
  await graph.waitUntil(async () => (await seenBy('Wu')).customers.length > 0);
  expect(await seenBy('Wu')).toEqual({ ...after, skills: true, customers: ['C-1'] });
  expect(await seenBy('Qian')).toEqual({ ...after, skills: false, customers: [] });
  await graph.waitUntil(async () => {
    const { moveProposal } = await ask<{ moveProposal: Move }>(
      'Zhao',
      'query($id: ID!) { moveProposal(id: $id) { state } }',
      { id: move.id },
    );
    return moveProposal.state === 'DONE';
  });
}, 300_000);
