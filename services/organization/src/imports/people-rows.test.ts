import { describe, expect, test } from '@jest/globals';
import { idFromCode } from '@salesgraph/service-kit';
import type { Unit } from '../units/units.ts';
import { type EmployeeRow, judgePeople, personOf } from './people-rows.ts';

const units = new Map(
  ['A', 'B'].map((code): [string, Unit] => {
    const id = idFromCode('unit', code);
    return [
      id,
      {
        id,
        code,
        kind: 'TEAM',
        currency: null,
        origins: [],
        records: [{ name: code, parentId: 'C', from: '2016-01-01', to: null }],
      },
    ];
  }),
);
const works = (unitCode: string, from = '2016-01-01', to: string | null = null) => ({
  ...{ unitCode, role: 'SALES_ENGINEER' as const, primary: true, leader: false, from, to },
});
const leads = (unitCode: string, from = '2016-01-01', to: string | null = null) => ({
  ...{ unitCode, role: 'TEAM_LEADER' as const, primary: false, leader: true, from, to },
});
const row = (code: string, ...assignments: EmployeeRow['assignments']): EmployeeRow => ({
  code,
  name: code,
  assignments,
});
const judge = (rows: EmployeeRow[], recorded: EmployeeRow[] = []) => {
  const known = recorded.map((one) => personOf(one));
  return judgePeople(
    rows.map((one) =>
      personOf(
        one,
        known.find(({ code }) => code === one.code),
      ),
    ),
    units,
    new Map(known.map((person) => [person.id, person])),
    known,
  );
};
const outcomes = (rows: EmployeeRow[], recorded: EmployeeRow[] = []) =>
  judge(rows, recorded).map(
    ({ row: { outcome, faults } }) => faults.map(({ field, code }) => `${field} ${code}`).join() || outcome,
  );

describe('rows of people', () => {
  test('are created, updated or left alone by what they say', () => {
    const wang = row('Wang', works('A'));
    expect(outcomes([wang, row('Li', works('B'))], [wang])).toEqual(['UNCHANGED', 'CREATED']);
    expect(outcomes([row('Wang', works('B'))], [wang])).toEqual(['UPDATED']);
    expect(
      outcomes(
        [row('Wang', works('B', '2017-01-01'), works('A', '2016-01-01', '2017-01-01'))],
        [row('Wang', works('A', '2016-01-01', '2017-01-01'), works('B', '2017-01-01'))],
      ),
    ).toEqual(['UNCHANGED']);
  });

  test('said twice are taken once, and refused where they disagree', () => {
    expect(outcomes([row('Wang', works('A')), row('Wang', works('A')), row('Wang', works('B'))])).toEqual([
      'CREATED',
      'UNCHANGED',
      'code DUPLICATE',
    ]);
  });

  test.each<[string, EmployeeRow, string]>([
    ['an empty interval', row('Wang', works('A', '2016-01-01', '2016-01-01')), 'assignments.0.to BAD_VALUE'],
    ['a unit that nobody has', row('Wang', works('A'), leads('X')), 'assignments.1.unitCode UNKNOWN_REFERENCE'],
    ['a unit before it exists', row('Wang', works('A', '2015-01-01')), 'assignments.0.unitCode CONFLICT'],
    ['two primary assignments at a time', row('Wang', works('A'), works('B', '2020-01-01')), 'assignments BAD_VALUE'],
    ['no name', { ...row('Wang', works('A')), name: ' ' }, 'name BAD_VALUE'],
  ])('with %s are rejected', (_, bad, expected) => {
    expect(outcomes([bad, row('Li', works('A'))])).toEqual([expected, 'CREATED']);
  });

  test('hand over leadership within one call, in any order', () => {
    const recorded = [row('Wang', leads('A'))];
    const next = [row('Li', leads('A', '2020-01-01')), row('Wang', leads('A', '2016-01-01', '2020-01-01'))];
    expect(outcomes(next, recorded)).toEqual(['CREATED', 'UPDATED']);
    expect(outcomes(next.slice(0, 1), recorded)).toEqual(['assignments.0.leader CONFLICT']);
  });

  test('leave a rejected person as recorded, who then still leads', () => {
    const recorded = [row('Wang', leads('A'))];
    const stepsDownBadly = row('Wang', leads('A', '2016-01-01', '2020-01-01'), works('X'));
    expect(outcomes([row('Li', leads('A', '2020-01-01')), stepsDownBadly], recorded)).toEqual([
      'assignments.0.leader CONFLICT',
      'assignments.1.unitCode UNKNOWN_REFERENCE',
    ]);
  });

  test('may begin before the day of hiring, with a warning', () => {
    const [outcome] = judge([{ ...row('Wang', works('A')), hiredOn: '2017-01-01' }]);
    expect(outcome!.row).toMatchObject({
      outcome: 'CREATED',
      warnings: [{ field: 'assignments.0.from', code: 'BEFORE_HIRE' }],
    });
  });

  test('keep titles and the day of leaving where they are silent, and replace or end them where they speak', () => {
    const titles = [{ title: 'Engineer', from: '2016-01-01', to: '2018-01-01' }];
    const said = row('Wang', works('A', '2016-01-01', '2020-01-01'));
    const recorded = [{ ...said, titles, leftOn: '2020-01-01' }];
    expect(outcomes([said], recorded)).toEqual(['UNCHANGED']);
    expect(outcomes([{ ...said, titles: [] }], recorded)).toEqual(['UPDATED']);
    expect(outcomes([{ ...said, leftOn: null }], recorded)).toEqual(['UPDATED']);
    expect(outcomes([{ ...said, titles, leftOn: '2020-01-01' }], recorded)).toEqual(['UNCHANGED']);
    expect(outcomes([row('Wang', works('A'))], recorded)).toEqual(['assignments.0.to CONFLICT']);
  });

  test.each<[string | null | undefined, string]>([
    ['2016-01-01', 'UNCHANGED'],
    ['2024-01-01', 'UNCHANGED'],
    [undefined, 'UNCHANGED'],
    [null, 'UNCHANGED'],
    ['2023-12-01', 'UPDATED'],
    ['2017-01-01', 'hiredOn BAD_VALUE'],
  ])('of somebody who left and came back, hired on %s, are %s', (hiredOn, expected) => {
    const said = row('Wang', works('A', '2016-01-01', '2020-01-01'), works('B', '2024-01-01'));
    const back = {
      ...{ ...personOf(said), hiredOn: '2024-01-01' },
      earlierEmployments: [{ hiredOn: '2016-01-01', leftOn: '2020-01-01' }],
    };
    const next = personOf({ ...said, ...(hiredOn !== undefined && { hiredOn }) }, back);
    expect(next.earlierEmployments).toEqual(back.earlierEmployments);
    const [judged] = judgePeople([next], units, new Map([[back.id, back]]), [back]);
    expect(judged!.row.faults.map(({ field, code }) => `${field} ${code}`).join() || judged!.row.outcome).toBe(
      expected,
    );
  });

  test('leave why and by whom an assignment began, and begin new ones in the name of who imports them', () => {
    const said = row('Wang', works('A', '2016-01-01', '2020-01-01'));
    const [first] = personOf(said).assignments;
    const recorded = { ...personOf(said), assignments: [{ ...first!, to: null, reason: 'growth', by: 'Zhao' }] };
    const next = personOf(
      { ...said, assignments: [...said.assignments, works('B', '2020-01-01')] },
      recorded,
      'importer',
    );
    expect(next.assignments.map(({ to, reason, by }) => [to, reason, by])).toEqual([
      ['2020-01-01', 'growth', 'Zhao'],
      [null, null, 'importer'],
    ]);
  });

  test.each<[string, EmployeeRow['titles'], string]>([
    ['an empty title interval', [{ title: 'Engineer', from: '2016-01-01', to: '2016-01-01' }], 'titles.0.to BAD_VALUE'],
    ['a title without words', [{ title: ' ', from: '2016-01-01' }], 'titles.0.title BAD_VALUE'],
    [
      'two titles at a time',
      [
        { title: 'Engineer', from: '2016-01-01' },
        { title: 'Senior Engineer', from: '2018-01-01' },
      ],
      'titles BAD_VALUE',
    ],
  ])('with %s are rejected', (_, titles, expected) => {
    expect(outcomes([{ ...row('Wang', works('A')), titles }])).toEqual([expected]);
  });

  test('are written in order of time, with ids that follow from what they say', () => {
    const rows = [row('Wang', works('B', '2017-01-01'), works('A', '2016-01-01', '2017-01-01'))];
    const [first, again] = [judge(rows)[0]!.write!, judge(rows)[0]!.write!];
    expect(first.assignments.map(({ from }) => from)).toEqual(['2016-01-01', '2017-01-01']);
    expect(first).toEqual(again);
  });
});
