/** Outlets as they are planned, change and are read, on any day. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse, outletId, TODAY, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const FIELDS =
  'id code name kinds status unit { id } address latitude longitude capacity version history { status from to }';
const mutation = (field: string, fields = FIELDS) => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return `mutation($input: ${type}!) { result: ${field}(input: $input) { ${fields} } }`;
};
type Result = { result: { id: string; version: number; [field: string]: unknown } };
const change = async (field: string, input: object) =>
  (await house.answer<Result>('administrator', mutation(field), { input })).result;
const refused = (field: string, input: object, caller = 'administrator') =>
  house.refusal(caller, mutation(field, 'code'), { input });
const plan = (code: string, more: object = {}) =>
  change('planOutlet', { code, name: code, kinds: ['SALES'], unitId: unitId('East One'), on: '2025-01-01', ...more });

describe('an outlet', () => {
  test('is planned, built, opened, suspended, opened again and closed', async () => {
    const planned = await plan('Life', {
      kinds: ['SALES', 'AFTER_SALES', 'SALES'],
      address: ' Road 1 ',
      latitude: 31.2,
      longitude: 121.4,
      capacity: 12,
    });
    expect(planned).toEqual({
      ...{
        id: outletId('Life'),
        code: 'Life',
        name: 'Life',
        kinds: ['AFTER_SALES', 'SALES'],
        status: 'PLANNED',
        unit: { id: unitId('East One') },
      },
      ...{ address: 'Road 1', latitude: 31.2, longitude: 121.4, capacity: 12, version: 1 },
      history: [{ status: 'PLANNED', from: '2025-01-01', to: null }],
    });
    const steps = [
      ['BUILDING', '2025-02-01'],
      ['OPEN', '2025-06-01'],
      ['SUSPENDED', '2025-09-01'],
      ['OPEN', '2025-10-01'],
      ['CLOSED', '2027-01-01'],
    ];
    for (const [n, [status, on]] of steps.entries()) {
      expect(await change('changeOutletStatus', { id: planned.id, status, on, expectedVersion: n + 1 })).toMatchObject({
        version: n + 2,
      });
    }
    const document = 'query($day: Date) { outlet(code: "Life", asOf: $day) { status } }';
    const statusOn = async (day: string | null) =>
      (await house.answer<{ outlet: { status: string } | null }>('Sun', document, { day })).outlet?.status ?? null;
    const days = ['2024-12-31', '2025-01-01', '2025-05-31', '2025-06-01', '2025-09-15', null, '2027-01-01'];
    expect(await Promise.all(days.map(statusOn))).toEqual([
      null,
      'PLANNED',
      'BUILDING',
      'OPEN',
      'SUSPENDED',
      'OPEN',
      'CLOSED',
    ]);
  });

  test('is planned from today unless another day is said', async () => {
    expect(await plan('Now', { on: null })).toMatchObject({ history: [{ status: 'PLANNED', from: TODAY, to: null }] });
  });

  test('changes in what is said, and keeps what is not', async () => {
    const { id } = await plan('Change', { address: 'Road 1', latitude: 1, longitude: 2, capacity: 5 });
    const changed = await change('updateOutlet', {
      id,
      name: 'Changed',
      unitId: unitId('West'),
      address: null,
      expectedVersion: 1,
    });
    expect(changed).toMatchObject({
      name: 'Changed',
      unit: { id: unitId('West') },
      address: null,
      latitude: 1,
      capacity: 5,
      kinds: ['SALES'],
      version: 2,
    });
    const moved = await change('updateOutlet', {
      id,
      latitude: null,
      longitude: null,
      kinds: ['PARTS_DEPOT'],
      expectedVersion: 2,
    });
    expect(moved).toMatchObject({ latitude: null, longitude: null, kinds: ['PARTS_DEPOT'], version: 3 });
    expect(await change('updateOutlet', { id, name: 'Changed', expectedVersion: 3 })).toMatchObject({ version: 3 });
  });

  const sound = { code: 'Bad', name: 'Bad', kinds: ['SALES'], unitId: unitId('East One') };
  test.each<[string, string, object, string]>([
    ['a blank code', 'planOutlet', { ...sound, code: ' ' }, 'BAD_USER_INPUT code'],
    ['a blank name', 'planOutlet', { ...sound, name: '' }, 'BAD_USER_INPUT name'],
    ['no kind', 'planOutlet', { ...sound, kinds: [] }, 'BAD_USER_INPUT kinds'],
    ['a unit that nobody has', 'planOutlet', { ...sound, unitId: 'nothing' }, 'BAD_USER_INPUT unitId'],
    ['half a place', 'planOutlet', { ...sound, latitude: 31 }, 'BAD_USER_INPUT longitude'],
    [
      'a place off the globe',
      'planOutlet',
      { ...sound, latitude: 90.1, longitude: -180.1 },
      'BAD_USER_INPUT latitude longitude',
    ],
    ['a capacity below zero', 'planOutlet', { ...sound, capacity: -1 }, 'BAD_USER_INPUT capacity'],
    ['a code that is taken', 'planOutlet', { ...sound, code: 'Fixed' }, 'CONFLICT code'],
    [
      'a status out of turn',
      'changeOutletStatus',
      { id: outletId('Fixed'), status: 'OPEN', on: '2025-06-01', expectedVersion: 1 },
      'BAD_USER_INPUT status',
    ],
    [
      'a status on the first day of the present one',
      'changeOutletStatus',
      { id: outletId('Fixed'), status: 'CLOSED', on: '2025-01-01', expectedVersion: 1 },
      'BAD_USER_INPUT on',
    ],
    [
      'another version',
      'changeOutletStatus',
      { id: outletId('Fixed'), status: 'CLOSED', on: '2025-06-01', expectedVersion: 9 },
      'CONFLICT expectedVersion',
    ],
    ['an id that nobody has', 'updateOutlet', { id: 'nothing', name: 'X', expectedVersion: 1 }, 'NOT_FOUND'],
    ['no kind left', 'updateOutlet', { id: outletId('Fixed'), kinds: [], expectedVersion: 1 }, 'BAD_USER_INPUT kinds'],
    [
      'a name taken away',
      'updateOutlet',
      { id: outletId('Fixed'), name: null, expectedVersion: 1 },
      'BAD_USER_INPUT name',
    ],
    [
      'another unit that nobody has',
      'updateOutlet',
      { id: outletId('Fixed'), unitId: 'nothing', expectedVersion: 1 },
      'BAD_USER_INPUT unitId',
    ],
    [
      'half a place',
      'updateOutlet',
      { id: outletId('Fixed'), latitude: 3, expectedVersion: 1 },
      'BAD_USER_INPUT longitude',
    ],
  ])('with %s is refused', async (_, field, input, expected) => {
    await house.refusal('administrator', mutation('planOutlet', 'code'), {
      input: { code: 'Fixed', name: 'Fixed', kinds: ['SALES'], unitId: unitId('East One'), on: '2025-01-01' },
    });
    const before = await house.answer('administrator', `{ outlets(first: 200) { nodes { ${FIELDS} } } }`);
    expect(await refused(field, input)).toBe(expected);
    expect(await house.answer('administrator', `{ outlets(first: 200) { nodes { ${FIELDS} } } }`)).toEqual(before);
  });

  test('is asked for by exactly one of id and code', async () => {
    expect(await house.refusal('Sun', '{ outlet { code } }')).toMatch(/^BAD_USER_INPUT/);
  });
});

describe('a repeated call', () => {
  test('with the same key is answered with the first result, and with another input refused', async () => {
    const input = { code: 'Twice', name: 'Twice', kinds: ['SALES'], unitId: unitId('West'), idempotencyKey: 'k1' };
    const first = await change('planOutlet', input);
    expect(await change('planOutlet', input)).toEqual(first);
    expect(await refused('planOutlet', { ...input, name: 'Thrice' })).toBe('BAD_USER_INPUT idempotencyKey');
    const step = { id: first.id, status: 'BUILDING', on: '2027-01-01', expectedVersion: 1, idempotencyKey: 'k2' };
    expect(await change('changeOutletStatus', step)).toMatchObject({ version: 2 });
    expect(await change('changeOutletStatus', step)).toMatchObject({ version: 2 });
  });

  test('at the same moment is carried out once', async () => {
    const input = { code: 'Burst', name: 'Burst', kinds: ['SALES'], unitId: unitId('West'), idempotencyKey: 'k3' };
    const all = await Promise.all(Array.from({ length: 5 }, () => change('planOutlet', input)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    const step = { id: all[0]!.id, status: 'BUILDING', on: '2027-01-01', expectedVersion: 1, idempotencyKey: 'k4' };
    const steps = await Promise.all(Array.from({ length: 5 }, () => change('changeOutletStatus', step)));
    expect(steps.map(({ version }) => version)).toEqual([2, 2, 2, 2, 2]);
  });
});

test('of writers to one version one wins and the others are told', async () => {
  const { id } = await plan('Contested');
  const outcomes = await Promise.all(
    ['A', 'B', 'C', 'D', 'E'].map((name) =>
      house.refusal('administrator', mutation('updateOutlet', 'name'), { input: { id, name, expectedVersion: 1 } }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.startsWith('CONFLICT'))).toHaveLength(4);
});

test('every change is told as an event', async () => {
  const document = '{ salesNetworkEvents { pending produced { type count } } }';
  type Status = { salesNetworkEvents: { pending: number; produced: { type: string; count: number }[] } };
  const count = async () => {
    await house.service.drainEvents();
    const { salesNetworkEvents } = await house.answer<Status>('administrator', document);
    expect(salesNetworkEvents.pending).toBe(0);
    return salesNetworkEvents.produced.find(({ type }) => type === 'sales-network.outlet.changed')?.count ?? 0;
  };
  const before = await count();
  const { id } = await plan('Told', { latitude: 1, longitude: 2 });
  await change('updateOutlet', { id, name: 'Retold', latitude: null, longitude: null, expectedVersion: 1 });
  expect(await count()).toBe(before + 2);
});
