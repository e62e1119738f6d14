/** What a service keeps of others is damaged by hand and made anew by one command, whoever is killed in the middle of it. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '@salesgraph/testing';
import { repositoryRoot } from './story.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demo: true, split: true });
}, 300_000);
afterAll(() => graph?.stop(), 60_000);

const COPIES: Record<string, string[]> = {
  performance: ['org_units', 'org_people', 'facts'],
  collaboration: ['org_units', 'org_people', 'customers', 'opportunities'],
};

type Row = Record<string, unknown> & { _id: string };

/** Everything a service keeps of others, in order. */
const copiesOf = (service: string) =>
  graph.withDatabase(service, async (database) => {
    const found: Record<string, Row[]> = {};
    for (const name of COPIES[service]!)
      found[name] = await database.collection<Row>(name).find().sort({ _id: 1 }).toArray();
    return found;
  });

/** A field that a row has: what somebody adds to a row is nobody's to take away. */
const altered = (row: Row): string => ['code', 'name'].find((field) => field in row)!;

/** Of each copy a row is deleted, one is altered, and one is put in of which nothing was ever told. */
async function damage(service: string): Promise<void> {
  await graph.withDatabase(service, async (database) => {
    for (const name of COPIES[service]!) {
      const collection = database.collection<Row>(name);
      const [first, second, third] = await collection.find().sort({ _id: 1 }).limit(3).toArray();
      await collection.deleteOne({ _id: first!._id });
      await collection.updateOne({ _id: second!._id }, { $set: { [altered(second!)]: `altered ${second!._id}` } });
      await collection.insertOne({ ...third!, _id: 'intruder', code: 'INTRUDER' });
    }
  });
}

async function startCommand(...args: string[]) {
  const child = spawn(process.execPath, ['infra/local/src/rebuild/main.ts', ...args, '--url', graph.url], {
    cwd: repositoryRoot,
    env: { ...process.env, NODE_OPTIONS: '', SALESGRAPH_TOKEN: await graph.token('administrator') },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const done = new Promise<{ exitCode: number | null; output: string }>((resolve) =>
    child.on('close', (exitCode) => resolve({ exitCode, output })),
  );
  return { child, done };
}

const heard = (service: string) =>
  graph.withDatabase(service, (database) => database.collection('inbox').countDocuments());

interface Status {
  rebuilds: { consumer: string; finishedAt: string | null; removed: number }[];
}

const statusOf = async (service: string): Promise<Status> => {
  const { data } = await graph
    .as('administrator')
    .query<{ status: Status }>(`{ status: ${service}Events { rebuilds { consumer finishedAt removed } } }`);
  return data!.status;
};

test('a damaged copy is right again after the command, which says what it did', async () => {
  const right = await copiesOf('collaboration');
  for (const name of COPIES.collaboration!) expect(right[name]!.length).toBeGreaterThan(3);
  await damage('collaboration');
  expect(await copiesOf('collaboration')).not.toEqual(right);
  const { exitCode, output } = await (await startCommand('collaboration')).done;
  expect(output).toContain('Rebuilt: what was told and what was heard agree.');
  expect(output).toMatch(/organization-model: .* 2 taken away of which nothing was ever told/);
  expect(output).toMatch(/subjects: .* 2 taken away of which nothing was ever told/);
  expect(exitCode).toBe(0);
  expect(await copiesOf('collaboration')).toEqual(right);
}, 180_000);

test('worker and command killed in the middle: the command run again ends with the right copy, and others were answered', async () => {
  const right = await copiesOf('performance');
  const before = await heard('performance');
  await damage('performance');
  const first = await startCommand('performance');
  await graph.waitUntil(async () => (await heard('performance')) < before);
  first.child.kill('SIGKILL');
  await first.done;
  await graph.kill('performance', 'worker', 'SIGKILL');
  const left = await heard('performance');
  expect(left).toBeLessThan(before);
  expect((await statusOf('performance')).rebuilds.some(({ finishedAt }) => finishedAt === null)).toBe(true);
  const { data } = await graph
    .as('administrator')
    .query<{ periods: { totalCount: number } }>('{ periods { totalCount } }');
  expect(data!.periods.totalCount).toBeGreaterThan(0);

  const { exitCode, output } = await (await startCommand('performance')).done;
  expect(output).toContain('Rebuilt: what was told and what was heard agree.');
  expect(exitCode).toBe(0);
  expect(await copiesOf('performance')).toEqual(right);
  expect(await heard('performance')).toBe(before);
  expect((await statusOf('performance')).rebuilds.map(({ consumer, removed }) => [consumer, removed]).sort()).toEqual([
    ['facts', 1],
    ['organization-model', 2],
  ]);
}, 240_000);

test('a service that keeps nothing of others says so; only administrators may ask, and for consumers that there are', async () => {
  const { exitCode, output } = await (await startCommand('organization')).done;
  expect(output).toContain('organization keeps nothing of others.');
  expect(exitCode).toBe(0);
  const document = 'mutation($consumer: String) { rebuildPerformanceReadModel(consumer: $consumer) { id } }';
  const refusal = async (who: string, consumer?: string) =>
    (await graph.as(who).query(document, { consumer })).errors?.[0]?.extensions?.code;
  expect(await refusal('importer')).toBe('FORBIDDEN');
  expect(await refusal('administrator', 'nobody')).toBe('BAD_USER_INPUT');
  const wrong = await (await startCommand('performance', '--consumer', 'nobody')).done;
  expect(wrong.exitCode).toBe(1);
  expect(wrong.output.trim().split('\n').at(-1)).toContain('names no consumer that keeps a copy');
}, 120_000);
