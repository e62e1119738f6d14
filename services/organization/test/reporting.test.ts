/** Span of control, vacancies, head count and transfers, through the graph and within reach. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse, TODAY, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // In 2020 Li goes from East One to West One, Sun leads East Two after Wu, who leaves at the end of May; Wen comes and goes.
  const works = (unitCode: string, from: string, to: string | null, more: object = {}) => ({
    ...{ unitCode, role: 'SALES_ENGINEER', primary: true, leader: false, from, to },
    ...more,
  });
  const leads = { role: 'TEAM_LEADER', leader: true };
  const person = (code: string, ...assignments: object[]) => ({ code, name: code, hiredOn: '2016-01-01', assignments });
  const { rejected } = await house.import('importEmployees', [
    person('Li', works('East One', '2016-01-01', '2020-03-01'), works('West One', '2020-03-01', null)),
    person('Sun', works('East One', '2016-01-01', '2020-06-15'), works('East Two', '2020-06-15', null, leads)),
    person('Wu', works('East Two', '2016-01-01', '2020-06-01', leads)),
    person('Wen', works('West One', '2020-01-31', '2020-02-29')),
    person(
      'Zheng',
      works('East Two', '2016-01-01', null),
      works('West One', '2020-05-01', '2020-07-01', { primary: false }),
    ),
    person('Qian', works('East One', '2016-01-01', '2026-05-01', leads)),
  ]);
  expect(rejected).toBe(0);
});
afterAll(() => house?.close());

describe('the span of control', () => {
  const SPAN = `query($unit: ID, $day: Date, $first: Int, $after: String) { spanOfControl(unit: $unit, asOf: $day) {
    asOf leaders reporting median widest { leader { code } directReports } narrowest { leader { code } directReports }
    spans(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { leader { code } units { code } directReports } } } }`;
  interface Span {
    leader: { code: string };
    units: { code: string }[];
    directReports: number;
  }
  interface Answer {
    spanOfControl: {
      spans: { totalCount: number; nodes: Span[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      [field: string]: unknown;
    } | null;
  }
  const span = (caller: string, variables: object = {}) => house.answer<Answer>(caller, SPAN, variables);
  const shown = (answer: Answer) =>
    answer.spanOfControl?.spans.nodes.map(
      ({ leader, units, directReports }) => `${leader.code} ${directReports}: ${units.map(({ code }) => code)}`,
    );

  test('counts direct reports, a vacant unit for the leader above', async () => {
    // Chen is in the company, which nobody leads; in East Two, which nobody leads any more, is Zheng.
    expect(shown(await span('Wang', { day: '2020-06-01' }))).toEqual([
      ...['Feng 2: West', 'Wang 2: SALES', 'Zhao 2: East', 'Qian 1: East One'],
    ]);
    const { spanOfControl } = await span('Wang', { day: '2020-01-01' });
    expect(spanOfControl).toMatchObject({
      ...{ asOf: '2020-01-01', leaders: 5, reporting: 8, median: '2' },
      ...{
        widest: { leader: { code: 'Qian' }, directReports: 2 },
        narrowest: { leader: { code: 'Wu' }, directReports: 1 },
      },
    });
  });

  test('comes in pages', async () => {
    const all: (string[] | undefined)[] = [];
    let after: string | null = null;
    do {
      const answer: Answer = await span('Wang', { day: '2020-06-01', first: 3, after });
      all.push(shown(answer));
      after = answer.spanOfControl!.spans.pageInfo.hasNextPage ? answer.spanOfControl!.spans.pageInfo.endCursor : null;
    } while (after);
    expect(all.flat()).toEqual(['Feng 2: West', 'Wang 2: SALES', 'Zhao 2: East', 'Qian 1: East One']);
  });

  test('is of what is in reach', async () => {
    expect(shown(await span('Zhao', { day: '2020-01-01' }))).toEqual([
      'Qian 2: East One',
      'Zhao 2: East',
      'Wu 1: East Two',
    ]);
    expect(shown(await span('Qian', { day: '2020-01-01' }))).toEqual(['Qian 2: East One']);
  });
});

describe('vacancies', () => {
  const VACANCIES = `query($unit: ID, $day: Date, $within: Int, $kind: VacancyKind) {
    vacancies(unit: $unit, asOf: $day, withinDays: $within) { units vacant soonVacant
      vacancies(kind: $kind) { totalCount nodes { kind since filledFrom unit { code } lastLeader { code } nextLeader { code } } } } }`;
  interface Answer {
    vacancies: {
      units: number;
      vacant: number;
      soonVacant: number;
      vacancies: {
        totalCount: number;
        nodes: {
          kind: string;
          since: string;
          filledFrom: string | null;
          unit: { code: string };
          lastLeader: { code: string } | null;
          nextLeader: { code: string } | null;
        }[];
      };
    };
  }
  const vacancies = async (caller: string, variables: object) => {
    const answer = await house.answer<Answer>(caller, VACANCIES, variables);
    const { units, vacant, soonVacant } = answer.vacancies;
    const rows = answer.vacancies.vacancies.nodes.map(({ kind, since, unit, lastLeader, nextLeader, filledFrom }) =>
      [kind, unit.code, since, lastLeader?.code, nextLeader?.code, filledFrom].join(' ').trim(),
    );
    return { units, vacant, soonVacant, rows };
  };

  test('are told with since when, by whom before and by whom next', async () => {
    expect(await vacancies('Wang', { day: '2020-06-01' })).toEqual({
      ...{ units: 7, vacant: 3, soonVacant: 0 },
      rows: ['VACANT COMPANY 2016-01-01', 'VACANT West One 2016-01-01', 'VACANT East Two 2020-06-01 Wu Sun 2020-06-15'],
    });
  });

  test('are soon, on the day before and within the days asked for', async () => {
    expect(await vacancies('Zhao', { day: '2020-05-31', within: 1 })).toEqual({
      ...{ units: 3, vacant: 0, soonVacant: 1 },
      rows: ['SOON_VACANT East Two 2020-06-01 Wu Sun 2020-06-15'],
    });
    expect((await vacancies('Zhao', { day: '2020-05-30', within: 1 })).soonVacant).toBe(0);
    expect((await vacancies('Zhao', { within: 46 })).rows).toEqual(['SOON_VACANT East One 2026-05-01 Qian']);
    expect((await vacancies('Zhao', { within: 45 })).rows).toEqual([]);
  });

  test('are of one kind where that is asked for', async () => {
    const { rows } = await vacancies('Wang', { within: 60, kind: 'SOON_VACANT' });
    expect(rows).toEqual(['SOON_VACANT East One 2026-05-01 Qian']);
  });

  test('are not looked for at any distance', async () => {
    expect(await house.refusal('Wang', VACANCIES, { within: -1 })).toBe('BAD_USER_INPUT withinDays');
    expect(await house.refusal('Wang', VACANCIES, { within: 3661 })).toBe('BAD_USER_INPUT withinDays');
  });
});

describe('the head count', () => {
  const COUNT = `query($unit: ID, $deep: Boolean, $from: Date!, $to: Date!, $by: ReportStep!) {
    headCount(unit: $unit, deep: $deep, from: $from, to: $to, by: $by) { by steps { from to count } } }`;
  const counts = async (caller: string, variables: object) => {
    const { headCount } = await house.answer<{
      headCount: { steps: { from: string; to: string; count: number }[] };
    }>(caller, COUNT, { by: 'MONTH', from: '2020-01-01', to: '2020-04-01', ...variables });
    return headCount.steps.map(({ from, count }) => `${from} ${count}`);
  };

  test('is that of the last day of each step', async () => {
    // Wen comes on the last day of January and leaves on the last but one of February; Li changes the region in March.
    expect(await counts('Wang', {})).toEqual(['2020-01-01 11', '2020-02-01 10', '2020-03-01 10']);
    expect(await counts('Wang', { unit: unitId('West') })).toEqual(['2020-01-01 3', '2020-02-01 2', '2020-03-01 3']);
    expect(await counts('Wang', { unit: unitId('West'), deep: false })).toEqual([
      ...['2020-01-01 1', '2020-02-01 1', '2020-03-01 1'],
    ]);
    expect(await counts('Wang', { by: 'DAY', from: '2020-02-28', to: '2020-03-02', unit: unitId('West') })).toEqual([
      ...['2020-02-28 3', '2020-02-29 2', '2020-03-01 3'],
    ]);
    expect(await counts('Wang', { by: 'YEAR', from: '2019-07-01', to: '2021-01-01' })).toEqual([
      ...['2019-07-01 10', '2020-01-01 9'],
    ]);
  });

  test('is of what is in reach', async () => {
    expect(await counts('Zhao', {})).toEqual(['2020-01-01 6', '2020-02-01 6', '2020-03-01 5']);
    expect(await counts('Qian', {})).toEqual(['2020-01-01 3', '2020-02-01 3', '2020-03-01 2']);
  });

  test('agrees with the members of the unit on the day', async () => {
    for (const day of ['2020-02-28', '2020-02-29', '2020-03-01', '2020-06-01']) {
      const { unit } = await house.answer<{ unit: { memberCount: number } }>(
        'Sun',
        'query($day: Date) { unit(code: "SALES", asOf: $day) { memberCount(deep: true) } }',
        { day },
      );
      const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      const [step] = await counts('Wang', { unit: unitId('SALES'), from: day, to: next, by: 'DAY' });
      expect(step).toBe(`${day} ${unit.memberCount}`);
    }
  });

  test('is refused without a day and with too many steps', async () => {
    const variables = { from: '2020-01-01', to: '2020-01-01', by: 'DAY' };
    expect(await house.refusal('Wang', COUNT, variables)).toBe('BAD_USER_INPUT to');
    expect(await house.refusal('Wang', COUNT, { ...variables, to: '2022-01-01' })).toBe('TOO_MANY');
  });
});

describe('transfers', () => {
  const TRANSFERS = `query($unit: ID, $from: Date!, $to: Date!, $kinds: [TransferKind!], $first: Int, $after: String) {
    transfers(unit: $unit, from: $from, to: $to) { kinds { kind count } total { in out net } byUnit { nodes { unit { code } in out net } }
      transfers(kinds: $kinds, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
        nodes { on kind employee { code } fromUnit { code } toUnit { code } fromRole toRole } } } }`;
  interface Answer {
    transfers: {
      kinds: { kind: string; count: number }[];
      total: { in: number; out: number; net: number };
      byUnit: { nodes: { unit: { code: string }; in: number; out: number; net: number }[] };
      transfers: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        nodes: {
          on: string;
          kind: string;
          employee: { code: string };
          fromUnit: { code: string } | null;
          toUnit: { code: string } | null;
        }[];
      };
    } | null;
  }
  const transfers = async (caller: string, variables: object = {}) =>
    (await house.answer<Answer>(caller, TRANSFERS, { from: '2020-01-01', to: '2021-01-01', ...variables })).transfers!;
  const rows = ({ transfers: { nodes } }: NonNullable<Answer['transfers']>) =>
    nodes.map(({ on, kind, employee, fromUnit, toUnit }) =>
      [on, employee.code, kind, fromUnit?.code ?? '-', '>', toUnit?.code ?? '-'].join(' '),
    );
  const balances = ({ byUnit }: NonNullable<Answer['transfers']>) =>
    byUnit.nodes.map((one) => `${one.unit.code} +${one.in} -${one.out} =${one.net}`);

  const YEAR = [
    '2020-01-31 Wen JOINED - > West One',
    '2020-02-29 Wen LEFT West One > -',
    '2020-03-01 Li TRANSFERRED East One > West One',
    '2020-05-01 Zheng SECONDED East Two > West One',
    '2020-06-01 Wu LEFT East Two > -',
    '2020-06-15 Sun PROMOTED East One > East Two',
  ];

  test('are told with unit, kind and day, and by unit with totals that agree', async () => {
    const report = await transfers('Wang');
    expect(rows(report)).toEqual(YEAR);
    expect(balances(report)).toEqual(['East One +0 -2 =-2', 'East Two +1 -1 =0', 'West One +2 -1 =1']);
    expect(report.total).toEqual({ in: 3, out: 4, net: -1 });
    expect(report.kinds).toEqual([
      { kind: 'JOINED', count: 1 },
      { kind: 'LEFT', count: 2 },
      { kind: 'TRANSFERRED', count: 1 },
      { kind: 'PROMOTED', count: 1 },
      { kind: 'ROLE_CHANGED', count: 0 },
      { kind: 'SECONDED', count: 1 },
    ]);
  });

  test('count from the first day and not on the day after the last one', async () => {
    expect(rows(await transfers('Wang', { from: '2020-02-29', to: '2020-03-01' }))).toEqual([YEAR[1]]);
    expect(rows(await transfers('Wang', { from: '2020-03-01', to: '2020-05-01' }))).toEqual([YEAR[2]]);
  });

  test('come in pages and of the kinds asked for', async () => {
    const all: string[] = [];
    let after: string | null = null;
    do {
      const report: NonNullable<Answer['transfers']> = await transfers('Wang', {
        kinds: ['LEFT', 'PROMOTED'],
        first: 2,
        after,
      });
      expect(report.transfers.totalCount).toBe(3);
      all.push(...rows(report));
      after = report.transfers.pageInfo.hasNextPage ? report.transfers.pageInfo.endCursor : null;
    } while (after);
    expect(all).toEqual([YEAR[1], YEAR[4], YEAR[5]]);
  });

  test('are those that begin or end in reach', async () => {
    const east = await transfers('Zhao');
    expect(rows(east)).toEqual([YEAR[2], YEAR[3], YEAR[4], YEAR[5]]);
    expect(balances(east)).toEqual(['East One +0 -2 =-2', 'East Two +1 -1 =0']);
    expect(east.total).toEqual({ in: 1, out: 3, net: -2 });
  });

  test('are refused without a day and for more than ten years', async () => {
    expect(await house.refusal('Wang', TRANSFERS, { from: '2020-01-02', to: '2020-01-01' })).toBe('BAD_USER_INPUT to');
    expect(await house.refusal('Wang', TRANSFERS, { from: '2010-01-01', to: '2026-01-01' })).toBe('BAD_USER_INPUT to');
  });
});

describe('reach', () => {
  const ALL = `query($unit: ID) {
    spanOfControl(unit: $unit) { leaders } vacancies(unit: $unit) { vacant }
    headCount(unit: $unit, from: "2020-01-01", to: "${TODAY}", by: YEAR) { steps { count } }
    transfers(unit: $unit, from: "2020-01-01", to: "${TODAY}") { total { in } } }`;
  const NOTHING = { spanOfControl: null, vacancies: null, headCount: null, transfers: null };

  test('hides a unit as if it were not there, at the same cost', async () => {
    const ask = async (unit: string) => {
      const before = house.service.commands();
      const answer = await house.ask('Zhao', ALL, { unit: unitId(unit) });
      return { answer, calls: house.service.commands() - before };
    };
    await ask('West');
    const hidden = await ask('West');
    expect(hidden.answer).toEqual({ data: NOTHING });
    expect(await ask('North')).toEqual(hidden);
    expect(await ask('West One')).toEqual(hidden);
  });

  test.each(['Li', 'Chen', 'importer'])('is none for %s', async (caller) => {
    expect(await house.refusal(caller, ALL)).toBe('FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN');
  });

  test('of an administrator is the company', async () => {
    const answer = await house.answer<{ spanOfControl: { leaders: number } }>('administrator', ALL);
    expect(answer.spanOfControl.leaders).toBeGreaterThan(0);
  });
});
