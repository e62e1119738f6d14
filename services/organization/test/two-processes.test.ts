/** Two processes that change one organization at the same moment: of two changes that contradict each other one wins. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf, inUnit, mutation } from './changes.ts';
import { type GraphFault, type House, openHouse, TODAY, unitId } from './house.ts';
import { historyOf } from './random-changes.ts';
import { unsound } from './soundness.ts';
import type { Answered } from './writing-process.ts';

const ROUNDS = Math.max(3, Math.round(15 * Number(process.env.TEST_FACTOR ?? 0.1)));
const STARTING = 120_000;

let house: House;
let changes: ReturnType<typeof changesOf>;
let processes: Awaited<ReturnType<typeof startProcess>>[] = [];
const codes = ['COMPANY', 'SALES', 'East', 'East One', 'East Two', 'West', 'West One'];

async function startProcess() {
  const script = join(import.meta.dirname, 'writing-process.ts');
  const args = [house.service.connection.name, `${TODAY}T04:00:00Z`];
  const child: ChildProcess = fork(script, args, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const failed = once(child, 'exit').then(() => {
    throw new Error('The process ended before it was ready');
  });
  await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => {});
  const waiting = new Map<number, (answer: Answered['answer']) => void>();
  child.on('message', ({ id, answer }: Answered) => waiting.get(id)?.(answer));
  let asked = 0;
  return {
    ask(document: string, variables: object = {}): Promise<Answered['answer']> {
      const id = ++asked;
      child.send({ id, document, variables });
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    async end() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

beforeAll(async () => {
  house = await openHouse();
  changes = changesOf(house);
  processes = await Promise.all([startProcess(), startProcess()]);
}, STARTING);
afterAll(async () => {
  await Promise.all(processes.map((one) => one.end()));
  await house?.close();
}, STARTING);

/** What becomes of two changes, each made by one process at the same moment: `taken`, or the code of the refusal. */
async function race(...contenders: [string, object][]): Promise<string[]> {
  const outcomes = await Promise.all(
    contenders.map(async ([field, input], n) => {
      const { errors } = await processes[n % 2]!.ask(mutation(field, 'id'), { input });
      return (errors as GraphFault[] | undefined)?.[0]?.extensions.code ?? 'taken';
    }),
  );
  return outcomes.sort();
}

const ONE_WINS = ['CONFLICT', 'taken'];

async function region(code: string) {
  codes.push(code);
  return changes.newUnit(code, { kind: 'REGION', parentCode: 'SALES' });
}

describe('one wins and the other is told of the conflict', () => {
  const rounds = Array.from({ length: ROUNDS }, (_, n) => n);

  test.each(rounds)('when two moves would together put units above themselves (%i)', async (n) => {
    const [a, b] = [await region(`A${n}`), await region(`B${n}`)];
    const move = (one: { id: string }, below: { id: string }): [string, object] => [
      'moveOrgUnit',
      { id: one.id, parentId: below.id, from: '2021-01-01', expectedVersion: 1 },
    ];
    expect(await race(move(a, b), move(b, a))).toEqual(ONE_WINS);
  });

  test.each(rounds)('when one unit is moved twice from the same version (%i)', async (n) => {
    const { id } = await region(`C${n}`);
    const below = (parent: string): [string, object] => [
      'moveOrgUnit',
      { id, parentId: unitId(parent), from: '2021-01-01', expectedVersion: 1 },
    ];
    expect(await race(below('East'), below('West'))).toEqual(ONE_WINS);
  });

  test.each(rounds)('when two people would lead one unit (%i)', async (n) => {
    await region(`D${n}`);
    const people = await Promise.all([changes.newPerson(`X${n}`), changes.newPerson(`Y${n}`)]);
    const lead = inUnit(`D${n}`, { leader: true, role: 'REGIONAL_MANAGER' });
    const leads = people.map(({ id }): [string, object] => [
      'assignEmployee',
      { employeeId: id, ...lead, expectedVersion: 1 },
    ]);
    expect(await race(...leads)).toEqual(ONE_WINS);
  });

  test.each(rounds)('when a unit is merged into another one and moved (%i)', async (n) => {
    const [e, f] = [await region(`E${n}`), await region(`F${n}`)];
    expect(
      await race(
        ['moveOrgUnit', { id: e.id, parentId: unitId('West'), from: '2021-01-01', expectedVersion: 1 }],
        [
          'mergeOrgUnits',
          {
            ...{ units: [{ id: e.id, expectedVersion: 1 }], into: { id: f.id, expectedVersion: 1 } },
            ...{ from: '2021-01-01', reason: 'too small' },
          },
        ],
      ),
    ).toEqual(ONE_WINS);
  });

  test.each(rounds)('when a unit moves below one that is merged away and put above it (%i)', async (n) => {
    const [g, h] = [await region(`G${n}`), await region(`H${n}`)];
    const outcomes = await race(
      ['moveOrgUnit', { id: h.id, parentId: g.id, from: '2021-01-01', expectedVersion: 1 }],
      [
        'mergeOrgUnits',
        {
          ...{ units: [{ id: g.id, expectedVersion: 1 }], into: { id: h.id, expectedVersion: 1 } },
          ...{ from: '2021-01-01', reason: 'too small' },
        },
      ],
    );
    expect(outcomes).toEqual(ONE_WINS);
  });
});

test('afterwards everything is sound, and every process tells the same', async () => {
  expect(unsound(await historyOf(house, codes))).toEqual([]);
  const document = '{ units(first: 200) { nodes { code name version parent { code } leader { code } } } }';
  const here = await house.answer('administrator', document);
  for (const one of processes) expect((await one.ask(document)).data).toEqual(here);
});

describe('the tree that a process keeps in memory', () => {
  const nameOf = async (one: (typeof processes)[number]) => {
    const { data } = await one.ask('{ unit(code: "East") { name version } }');
    return (data as { unit: { name: string; version: number } }).unit;
  };

  test('is never older than what another process has written', async () => {
    for (let n = 0; n < 2 * ROUNDS; n += 1) {
      const [writer, reader] = n % 2 ? [processes[0]!, processes[1]!] : [processes[1]!, processes[0]!];
      const { version } = await nameOf(reader);
      const name = `East ${n}`;
      const records = [{ name, parentId: unitId('SALES'), from: '2016-01-01' }];
      await writer.ask(mutation('correctOrgUnit', 'id'), {
        input: { id: unitId('East'), records, reason: `round ${n}`, expectedVersion: version },
      });
      expect(await nameOf(reader)).toEqual({ name, version: version + 1 });
    }
  });

  test('is not relied on after a writer that died, until the next one has written', async () => {
    const stamps = house.service.connection.collection('org_stamps');
    const rename = (name: string) =>
      house.service.connection
        .collection('org_units')
        .updateOne({ _id: unitId('East') as never }, { $set: { 'records.0.name': name } });
    await Promise.all(processes.map(nameOf));
    // A writer that is killed has said that it writes, and what it wrote comes at any time.
    await stamps.updateOne({}, { $set: { writing: true, holder: 'dead', until: new Date(0) } });
    await Promise.all(processes.map(nameOf));
    await rename('Dawn');
    for (const one of processes) expect((await nameOf(one)).name).toBe('Dawn');
    await rename('Orient');
    for (const one of processes) expect((await nameOf(one)).name).toBe('Orient');
    await changes.newUnit('After');
    expect(await stamps.findOne({})).toMatchObject({ writing: false });
  });
});
