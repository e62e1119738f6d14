/**
 * `npm run bench:organization [-- --runs 30 --people 100000 --units 5000]`: what the organization costs to ask, as one client
 * after the other sees it, through HTTP and GraphQL. A company is put directly into a private embedded MongoDB (the documents as
 * the service writes them), a small one first and then the large one; for every question the table shows what came back, the
 * number of database calls and the time. That number must be the same for both, else the command fails.
 */
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createServiceForTest, type ServiceForTest } from '../../packages/runtime/src/index.ts';
import { createOrganizationService } from '../../services/organization/src/service.ts';
import { type Company, madeUp, type Size } from './organization/company.ts';
import { type Question, questionsOf } from './organization/questions.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '30' },
    people: { type: 'string', default: '100000' },
    units: { type: 'string', default: '5000' },
  },
});
const RUNS = Number(values.runs);
const SMALL: Size = { people: 1_000, units: 50, regions: 2 };
const LARGE: Size = { people: Number(values.people), units: Number(values.units), regions: 20 };
const WARM_UPS = 2;
/** A question that takes long is asked less often: no more once this time has gone by, but so many times at least. */
const LONGEST_MS = 15_000;
const FEWEST_RUNS = 5;
const BATCH = 5_000;

interface Measured {
  size: string;
  calls: number;
  p50: number;
  p99: number;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const number = (n: number) => n.toLocaleString('en');
const ms = (n: number) => `${n.toFixed(n < 10 ? 1 : 0)} ms`;

/** The time that a share of the runs stayed within; of few runs the last hundredth is the slowest one. */
const within = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)]!;

/** A MongoDB of this run alone, in a process of its own; its standard input is its leash. */
async function startServers() {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../setup/servers.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const { mongo, redis, mongoFault } = JSON.parse(line) as Record<string, string | undefined>;
  if (!mongo) throw new Error(mongoFault ?? 'MongoDB did not start');
  process.env.TEST_MONGODB_URI = mongo;
  process.env.TEST_REDIS_URL = redis ?? 'redis://127.0.0.1:1';
  return () => child.stdin.end();
}

/** The service without its jobs: nothing but what is asked for uses the database. */
const openService = () =>
  createServiceForTest(async (deps) => ({ ...(await createOrganizationService(deps)), jobs: [] }), {
    name: 'organization',
    now: '2026-03-16T04:00:00Z',
  });

async function load(service: ServiceForTest, { units, people }: Company): Promise<number> {
  const { connection } = service;
  const from = performance.now();
  for (const [name, documents] of [
    ['org_units', units],
    ['org_people', people],
  ] as const) {
    for (let place = 0; place < documents.length; place += BATCH) {
      await connection
        .collection(name)
        .insertMany(documents.slice(place, place + BATCH) as never[], { ordered: false });
    }
  }
  // Units are kept in memory from the first write on that goes the usual way.
  const newcomer = 'mutation { createEmployee(input: { code: "Newcomer", name: "Newcomer" }) { id } }';
  const { errors } = await service.request(newcomer, {}, 'administrator');
  if (errors) throw new Error(JSON.stringify(errors));
  return performance.now() - from;
}

/** Asks a question, page after page where it has pages. @returns the last answer */
async function ask(service: ServiceForTest, { document, variables, caller, next }: Question): Promise<unknown> {
  for (let after: string | null = null; ; ) {
    const { data, errors } = await service.request(document, { ...variables, after }, caller);
    if (errors) throw new Error(JSON.stringify(errors));
    const page = next?.(data);
    if (!page?.hasNextPage) return data;
    after = page.endCursor;
  }
}

async function measure(service: ServiceForTest, question: Question): Promise<Measured> {
  let answer: unknown;
  for (let run = 0; run < WARM_UPS; run++) answer = await ask(service, question);
  const times: number[] = [];
  const calls = new Set<number>();
  const began = performance.now();
  const isEnough = () => times.length >= FEWEST_RUNS && performance.now() - began > LONGEST_MS;
  while (times.length < RUNS && !isEnough()) {
    const [from, before] = [performance.now(), service.commands()];
    await ask(service, question);
    times.push(performance.now() - from);
    calls.add(service.commands() - before);
  }
  if (calls.size > 1) throw new Error(`${question.what}: ${[...calls]} database calls, not always the same number`);
  return { size: question.size(answer), calls: [...calls][0]!, p50: within(times, 0.5), p99: within(times, 0.99) };
}

async function measureAll(size: Size): Promise<Map<string, Measured>> {
  const company = madeUp(size);
  const service = await openService();
  try {
    const took = await load(service, company);
    process.stderr.write(`${number(size.people)} people in ${number(size.units)} units: put in within ${ms(took)}\n`);
    const measured = new Map<string, Measured>();
    for (const question of questionsOf(company)) {
      measured.set(question.what, await measure(service, question));
      process.stderr.write(`  ${question.what}\n`);
    }
    return measured;
  } finally {
    await service.close();
  }
}

const stop = await startServers();
try {
  const [small, large] = [await measureAll(SMALL), await measureAll(LARGE)];
  const columns = (size: Size) => `${number(size.people)} people, ${number(size.units)} units`;
  say(`| Question | ${columns(SMALL)} | calls | p50 | p99 | ${columns(LARGE)} | calls | p50 | p99 |`);
  say(`|---|---|--:|--:|--:|---|--:|--:|--:|`);
  const cells = ({ size, calls, p50, p99 }: Measured) => [size, calls, ms(p50), ms(p99)].join(' | ');
  for (const [what, few] of small) say(`| ${what} | ${cells(few)} | ${cells(large.get(what)!)} |`);
  const busy = loadavg().map((load) => load.toFixed(1));
  say(
    `\n${RUNS} runs each, of slow questions fewer, ${FEWEST_RUNS} at least; ${cpus().length} processors, load average ${busy.join(', ')}; Node ${process.version}.`,
  );
  const pages = (what: string) => what.endsWith('all pages');
  const grown = [...small].filter(([what, few]) => !pages(what) && large.get(what)!.calls !== few.calls);
  for (const [what] of grown) process.stderr.write(`${what}: more people cost more database calls\n`);
  if (grown.length > 0) process.exitCode = 1;
} finally {
  stop();
}
