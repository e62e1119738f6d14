/** Titles over time: given, ended, corrected, told, and never a reason for another assignment. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf, inUnit, mutation } from './changes.ts';
import { type House, openHouse, personId } from './house.ts';

const TITLED = `id version title titles(all: true) { title from to } assignments(all: true) { from to }
  corrections { reason actor }`;

let house: House;
let changes: ReturnType<typeof changesOf>;
beforeAll(async () => {
  house = await openHouse();
  changes = changesOf(house);
});
afterAll(() => house?.close());

const change = async (field: string, input: object) =>
  (
    await house.answer<{ result: Record<string, unknown> }>('administrator', mutation(field, TITLED), {
      input,
    })
  ).result;

/** The events of a person, oldest first. */
async function toldOf(id: string) {
  await house.service.drainEvents();
  return house.service.connection.collection('event_log').find({ aggregateId: id }).sort({ seq: 1 }).toArray();
}

describe('a title', () => {
  test('is given, followed by another, ended and corrected; assignments stay whole and each change is told', async () => {
    const { id } = await changes.newPerson('Gu', [inUnit('West One')]);
    const whole = [{ from: '2020-01-01', to: null }];
    await change('setTitle', { employeeId: id, title: ' Engineer ', from: '2020-01-01', expectedVersion: 1 });
    const promoted = await change('setTitle', {
      ...{ employeeId: id, title: 'Senior Engineer', from: '2023-01-01', reason: 'ten years of cars' },
      expectedVersion: 2,
    });
    expect(promoted).toEqual({
      ...{ id, version: 3, title: 'Senior Engineer', assignments: whole, corrections: [] },
      titles: [
        { title: 'Engineer', from: '2020-01-01', to: '2023-01-01' },
        { title: 'Senior Engineer', from: '2023-01-01', to: null },
      ],
    });
    const ended = await change('endTitle', { employeeId: id, to: '2025-01-01', expectedVersion: 3 });
    expect(ended).toMatchObject({ title: null, assignments: whole });
    const corrected = await change('correctTitles', {
      ...{ employeeId: id, reason: 'never a senior', expectedVersion: 4 },
      titles: [{ title: 'Engineer', from: '2020-01-01' }],
    });
    expect(corrected).toEqual({
      ...{ id, version: 5, title: 'Engineer', assignments: whole },
      titles: [{ title: 'Engineer', from: '2020-01-01', to: null }],
      corrections: [{ reason: 'never a senior', actor: 'administrator' }],
    });

    const told = await toldOf(id);
    expect(told.map(({ data, actor }) => [data.change.action, data.change.reason, actor])).toEqual([
      ['employee.create', null, 'administrator'],
      ['title.set', null, 'administrator'],
      ['title.set', 'ten years of cars', 'administrator'],
      ['title.end', null, 'administrator'],
      ['title.correct', 'never a senior', 'administrator'],
    ]);
    expect(told.at(-1)!.data.titles).toEqual([{ title: 'Engineer', from: '2020-01-01', to: null }]);
  });

  test('is that of the day asked for, above or at the field', async () => {
    const { id } = await changes.newPerson('Mo', [inUnit('West One')]);
    await change('setTitle', {
      employeeId: id,
      title: 'Staff',
      from: '2020-01-01',
      to: '2021-01-01',
      expectedVersion: 1,
    });
    const days = `{ employee(code: "Mo") { title before: title(asOf: "2019-12-31") first: title(asOf: "2020-01-01")
      last: title(asOf: "2020-12-31") after: title(asOf: "2021-01-01") titles { title } }
      company(asOf: "2020-06-30") { children { code } } }`;
    const { employee } = await house.answer('Mo', days);
    expect(employee).toEqual({ title: null, before: null, first: 'Staff', last: 'Staff', after: null, titles: [] });
    const members = 'query($unit: ID!) { unit(id: $unit, asOf: "2020-06-30") { members { nodes { code title } } } }';
    const { unit } = await house.answer<{ unit: { members: { nodes: object[] } } }>('Mo', members, {
      unit: (await house.answer<{ unit: { id: string } }>('Mo', '{ unit(code: "West One") { id } }')).unit.id,
    });
    expect(unit.members.nodes).toContainEqual({ code: 'Mo', title: 'Staff' });
  });

  test('asked for twice with one key is given once', async () => {
    const { id } = await changes.newPerson('Ke', [inUnit('West One')]);
    const input = { employeeId: id, title: 'Staff', from: '2020-01-01', expectedVersion: 1, idempotencyKey: 'k-1' };
    const first = await change('setTitle', input);
    expect(await change('setTitle', input)).toEqual(first);
    expect(await toldOf(id)).toHaveLength(2);
  });

  test.each<[string, string, object, string]>([
    ['no words', 'setTitle', { title: ' ', from: '2020-01-01' }, 'BAD_USER_INPUT title'],
    ['an empty interval', 'setTitle', { title: 'X', from: '2020-01-01', to: '2020-01-01' }, 'BAD_USER_INPUT to'],
    [
      'a long reason',
      'setTitle',
      { title: 'X', from: '2020-01-01', reason: 'x'.repeat(1001) },
      'BAD_USER_INPUT reason',
    ],
    ['nothing to end', 'endTitle', { to: '2020-01-01' }, 'BAD_USER_INPUT to'],
    ['no reason', 'correctTitles', { titles: [], reason: ' ' }, 'BAD_USER_INPUT reason'],
    [
      'two at a time',
      'correctTitles',
      {
        titles: [
          { title: 'X', from: '2020-01-01' },
          { title: 'Y', from: '2021-01-01' },
        ],
        reason: 'wrong',
      },
      'BAD_USER_INPUT titles',
    ],
  ])('with %s is refused and changes nothing', async (_, field, input, expected) => {
    const given = { employeeId: personId('Sun'), expectedVersion: 1, ...input };
    expect(await changes.refused(field, given).then((told) => told.replace(/titles\.\d+\./, ''))).toBe(expected);
    const { employee } = await house.answer(
      'administrator',
      '{ employee(code: "Sun") { version titles(all: true) { title } } }',
    );
    expect(employee).toEqual({ version: 1, titles: [] });
  });

  test('that would overlap a later one is refused', async () => {
    const { id } = await changes.newPerson('Lu', [inUnit('West One')]);
    await change('setTitle', { employeeId: id, title: 'Staff', from: '2022-01-01', expectedVersion: 1 });
    const overlapping = { employeeId: id, title: 'Intern', from: '2021-01-01', expectedVersion: 2 };
    expect(await changes.refused('setTitle', overlapping)).toBe('BAD_USER_INPUT from');
    await change('setTitle', { ...overlapping, to: '2022-01-01' });
  });

  test('is given by administrators and importers alone', async () => {
    const input = { employeeId: personId('Sun'), title: 'X', from: '2020-01-01', expectedVersion: 1 };
    expect(await house.refusal('Wang', mutation('setTitle', 'code'), { input })).toBe('FORBIDDEN');
  });
});
