/** Many outlets: imported, listed, counted by unit, found by nearness, seen by role, in a fixed number of database calls. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { distanceMetres } from '../src/nearest/sphere.ts';
import { type House, openHouse, outletId, unitId } from './house.ts';

const OUTLETS = 300;
const UNITS = ['East One', 'East Two', 'East', 'West One'];

/** Outlets over East Asia, in a fixed pattern. */
const ROWS = Array.from({ length: OUTLETS }, (_, n) => ({
  code: `O${String(n).padStart(3, '0')}`,
  name: `Outlet ${n}`,
  kinds: n % 3 === 0 ? ['AFTER_SALES', 'SALES'] : ['SALES'],
  unitCode: UNITS[n % 4]!,
  status: n % 10 === 9 ? 'SUSPENDED' : 'OPEN',
  from: n % 10 === 9 ? '2025-01-01' : '2020-01-01',
  earlier: n % 10 === 9 ? [{ status: 'OPEN', from: '2020-01-01' }] : [],
  address: null,
  latitude: n % 50 === 49 ? null : 20 + ((n * 7.3) % 30),
  longitude: n % 50 === 49 ? null : 100 + ((n * 11.7) % 30),
  capacity: n,
}));

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const result = await house.import(ROWS);
  expect(result).toMatchObject({ accepted: OUTLETS, created: OUTLETS, rejected: 0, warnings: 6 });
});
afterAll(() => house?.close());

describe('an import', () => {
  test('of the same rows changes nothing', async () => {
    expect(await house.import(ROWS)).toMatchObject({ accepted: OUTLETS, unchanged: OUTLETS, rejected: 0 });
  });

  test('rejects bad rows with their reasons and takes the others', async () => {
    const row = ROWS[0]!;
    const bad = [
      { ...row, code: 'B1', kinds: [] },
      { ...row, code: 'B2', unitCode: 'North' },
      { ...row, code: 'B3', latitude: 91 },
      { ...row, code: 'B4', longitude: null },
      { ...row, code: 'B5', earlier: [{ status: 'CLOSED', from: '2019-01-01' }] },
      { ...row, code: 'B6', earlier: [{ status: 'SUSPENDED', from: '2020-01-01' }] },
      { ...row, code: ' ' },
      { ...row, name: 'Renamed' },
      { ...row, name: 'Renamed again' },
    ];
    const { rows, ...counts } = await house.import(bad);
    expect(
      rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, code }) => `${field} ${code}`)]),
    ).toEqual([
      ['REJECTED', 'kinds BAD_VALUE'],
      ['REJECTED', 'unitCode UNKNOWN_REFERENCE'],
      ['REJECTED', 'latitude BAD_VALUE'],
      ['REJECTED', 'longitude BAD_VALUE'],
      ['REJECTED', 'status BAD_VALUE'],
      ['REJECTED', 'from BAD_VALUE'],
      ['REJECTED', 'code BAD_VALUE'],
      ['UPDATED'],
      ['REJECTED', 'code DUPLICATE'],
    ]);
    expect(counts).toMatchObject({ accepted: 1, updated: 1, rejected: 8 });
    expect(await house.import([row])).toMatchObject({ updated: 1 });
  });

  test('takes 500 rows at most', async () => {
    const rows = Array.from({ length: 501 }, () => ROWS[0]);
    const document = 'mutation($rows: [OutletRow!]!) { importOutlets(rows: $rows) { accepted } }';
    expect(await house.refusal('importer', document, { rows })).toBe('BAD_USER_INPUT rows');
  });
});

describe('lists', () => {
  test('are paged in code order and filtered by unit, kind, status and day', async () => {
    const document = `query($unit: ID, $kind: OutletKind, $status: OutletStatus, $day: Date, $after: String) {
      outlets(unit: $unit, kind: $kind, status: $status, asOf: $day, first: 100, after: $after) {
        totalCount nodes { code } pageInfo { hasNextPage endCursor } } }`;
    type Answer = {
      outlets: { totalCount: number; nodes: { code: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const codes = async (variables: object) => {
      const seen: string[] = [];
      let after: string | null = null;
      for (let more = true; more; ) {
        const { outlets }: Answer = await house.answer<Answer>('Wang', document, { ...variables, after });
        seen.push(...outlets.nodes.map(({ code }) => code));
        ({ endCursor: after, hasNextPage: more } = outlets.pageInfo);
        if (!more) expect(outlets.totalCount).toBe(seen.length);
      }
      return seen;
    };
    const expected = (keep: (row: (typeof ROWS)[number]) => boolean) => ROWS.filter(keep).map(({ code }) => code);
    expect(await codes({})).toEqual(expected(() => true));
    expect(await codes({ unit: unitId('East') })).toEqual(expected(({ unitCode }) => unitCode.startsWith('East')));
    expect(await codes({ unit: unitId('West'), kind: 'AFTER_SALES' })).toEqual(
      expected(({ unitCode, kinds }) => unitCode === 'West One' && kinds.includes('AFTER_SALES')),
    );
    expect(await codes({ status: 'SUSPENDED' })).toEqual(expected(({ status }) => status === 'SUSPENDED'));
    expect(await codes({ status: 'SUSPENDED', day: '2024-12-31' })).toEqual([]);
    expect(await codes({ day: '2019-12-31' })).toEqual([]);
    expect(await codes({ unit: 'nothing' })).toEqual([]);
  });

  test('of units are of the whole subtree, however the units nest', async () => {
    const document = `query($units: [_Any!]!) { _entities(representations: $units) {
      ... on OrgUnit { outlets(first: 3, status: OPEN) { totalCount nodes { code status } pageInfo { hasNextPage } } } } }`;
    const codes = ['COMPANY', 'East', 'East One', 'West', 'nothing'];
    const { _entities } = await house.answer<{ _entities: unknown[] }>('Wang', document, {
      units: codes.map((code) => ({ __typename: 'OrgUnit', id: code === 'nothing' ? code : unitId(code) })),
    });
    const open = (...units: string[]) =>
      ROWS.filter(({ unitCode, status }) => status === 'OPEN' && units.includes(unitCode));
    expect(_entities).toEqual(
      [open(...UNITS), open('East', 'East One', 'East Two'), open('East One'), open('West One'), []].map((rows) => ({
        outlets: {
          totalCount: rows.length,
          nodes: rows.slice(0, 3).map(({ code }) => ({ code, status: 'OPEN' })),
          pageInfo: { hasNextPage: rows.length > 3 },
        },
      })),
    );
  });

  test('of entities keep their places', async () => {
    const entities = ['O003', 'nothing', 'O001', 'O003'].map((code) => ({ __typename: 'Outlet', id: outletId(code) }));
    const document =
      'query($entities: [_Any!]!) { _entities(representations: $entities) { ... on Outlet { code unit { id } } } }';
    expect((await house.answer('Wang', document, { entities }))._entities).toEqual([
      { code: 'O003', unit: { id: unitId('West One') } },
      null,
      { code: 'O001', unit: { id: unitId('East Two') } },
      { code: 'O003', unit: { id: unitId('West One') } },
    ]);
  });
});

describe('the nearest', () => {
  const DOCUMENT = `query($lat: Float!, $lng: Float!, $first: Int, $kind: OutletKind, $status: OutletStatus, $within: Float, $day: Date) {
    nearestOutlets(latitude: $lat, longitude: $lng, first: $first, kind: $kind, status: $status, withinMetres: $within, asOf: $day) {
      distanceMetres outlet { code } } }`;
  type Answer = { nearestOutlets: { distanceMetres: number; outlet: { code: string } }[] };

  const measured = (at: { latitude: number; longitude: number }, keep: (row: (typeof ROWS)[number]) => boolean) =>
    ROWS.filter((row) => row.latitude !== null && keep(row))
      .map((row) => ({
        distanceMetres: distanceMetres(at, { latitude: row.latitude!, longitude: row.longitude! }),
        outlet: { code: row.code },
      }))
      .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.outlet.code < b.outlet.code ? -1 : 1));

  const PLACES = [
    { latitude: 31.2, longitude: 121.4 },
    { latitude: 20, longitude: 100 },
    { latitude: -33, longitude: -70 },
    { latitude: 90, longitude: 0 },
    { latitude: 0, longitude: 180 },
  ];

  test.each(PLACES)('to %j are the same as measuring all of them', async (at) => {
    const ask = async (variables: object) =>
      (await house.answer<Answer>('Wang', DOCUMENT, { lat: at.latitude, lng: at.longitude, ...variables }))
        .nearestOutlets;
    expect(await ask({ first: 200, status: 'OPEN' })).toEqual(
      measured(at, ({ status }) => status === 'OPEN').slice(0, 200),
    );
    expect(await ask({ first: 5, kind: 'AFTER_SALES', status: 'OPEN' })).toEqual(
      measured(at, ({ status, kinds }) => status === 'OPEN' && kinds.includes('AFTER_SALES')).slice(0, 5),
    );
    expect(await ask({ first: 200, status: 'OPEN', within: 400_000 })).toEqual(
      measured(at, ({ status }) => status === 'OPEN').filter((one) => one.distanceMetres <= 400_000),
    );
    expect(await ask({ first: 7, status: 'SUSPENDED' })).toEqual(
      measured(at, ({ status }) => status === 'SUSPENDED').slice(0, 7),
    );
    expect(await ask({ first: 7, status: 'OPEN', day: '2024-12-31' })).toEqual(measured(at, () => true).slice(0, 7));
    expect(await ask({ first: 7, status: 'OPEN', day: '2019-12-31' })).toEqual([]);
  });

  test('are open ones unless another status is asked for', async () => {
    const { nearestOutlets } = await house.answer<{ nearestOutlets: { outlet: { status: string } }[] }>(
      'Wang',
      '{ nearestOutlets(latitude: 30, longitude: 110, first: 200) { outlet { status } } }',
    );
    expect(new Set(nearestOutlets.map(({ outlet }) => outlet.status))).toEqual(new Set(['OPEN']));
  });

  test.each([
    ['latitude: 91, longitude: 0', 'BAD_USER_INPUT latitude'],
    ['latitude: 0, longitude: -181', 'BAD_USER_INPUT longitude'],
    ['latitude: 0, longitude: 0, withinMetres: 0', 'BAD_USER_INPUT withinMetres'],
    ['latitude: 0, longitude: 0, first: 0', 'BAD_USER_INPUT first'],
  ])('to (%s) are refused', async (args, expected) => {
    expect(await house.refusal('Wang', `{ nearestOutlets(${args}) { distanceMetres } }`)).toBe(expected);
  });
});

test('the number of database calls does not grow with the rows', async () => {
  const QUESTIONS: [string, (size: number) => object][] = [
    [
      'query($first: Int) { outlets(first: $first) { totalCount nodes { code unit { id } history { status } } } }',
      (first) => ({ first }),
    ],
    [
      'query($first: Int) { nearestOutlets(latitude: 30, longitude: 110, first: $first) { outlet { code name status } } }',
      (first) => ({ first }),
    ],
    [
      'query($entities: [_Any!]!) { _entities(representations: $entities) { ... on Outlet { code status } } }',
      (size) => ({ entities: ROWS.slice(0, size).map(({ code }) => ({ __typename: 'Outlet', id: outletId(code) })) }),
    ],
    [
      'query($entities: [_Any!]!) { _entities(representations: $entities) { ... on OrgUnit { id outlets(first: 5) { totalCount nodes { code } } } } }',
      (size) => ({
        entities: Array.from({ length: size }, (_, n) => ({ __typename: 'OrgUnit', id: unitId(UNITS[n % 4]!) })),
      }),
    ],
  ];
  for (const [document, variables] of QUESTIONS) {
    const calls = async (size: number) => {
      const before = house.service.commands();
      await house.answer('Wang', document, variables(size));
      return house.service.commands() - before;
    };
    await calls(10);
    const few = await calls(10);
    expect(few).toBeLessThanOrEqual(10);
    if (!document.includes('nearest')) expect(await calls(200)).toBe(few);
    else expect(await calls(200)).toBeLessThanOrEqual(10);
  }
});
