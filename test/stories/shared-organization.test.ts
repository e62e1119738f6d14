/** The personnel database of the shared folder, where that is there: imported whole or in part, and counted again by hand. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPersonnelHouse, type PersonnelHouse } from './organization/personnel-house.ts';
import {
  boundaryDays,
  departmentOn,
  endOf,
  headCounts,
  isEmpty,
  managerOn,
  type Personnel,
  withSeveral,
} from './organization/recount.ts';
import { importFolder, sharedFolder } from './story.ts';

const folder = join(sharedFolder, 'data/organization');
const isThere = existsSync(join(folder, 'employees.csv'));
if (!isThere)
  process.stderr.write(`notice: ${folder} is not there, so the stories of the personnel database are skipped\n`);

/** One in ten people, or all of them. */
const share = Math.min(1, Number(process.env.TEST_FACTOR ?? '0.1'));
const DAYS = ['1990-01-01', '1995-06-15', '2000-01-01'];
/** A tenfold of what is wanted of two idle cores: other work may go on beside the test. */
const MOST_SECONDS = 900;
const SERVICES = ['sales-network', 'customers', 'performance', 'collaboration'];

interface Titled {
  title: string;
  from: string;
  to: string | null;
}
interface Recorded {
  code: string;
  name: string;
  hiredOn: string;
  assignments: { unit: { code: string }; primary: boolean; leader: boolean; from: string; to: string | null }[];
  titles: Titled[];
}

/** The figures of a line of the summary by column. */
function lineOf(output: string, file: string, title: string): Record<string, number> {
  const table = output.split('\n').map((line) => line.trim().split(/ {2,}/));
  const [, , ...columns] = table.find(([first]) => first === 'file')!;
  const [, , ...figures] = table.find(([first, second]) => first === file && second === title)!;
  return Object.fromEntries(columns.map((name, place) => [name, Number(figures[place]!.replaceAll(',', ''))]));
}

const byDay = <T extends { from: string }>(rows: T[]): T[] => rows.toSorted((a, b) => (a.from < b.from ? -1 : 1));

(isThere ? describe : describe.skip)('the personnel database of the shared folder', () => {
  let house: PersonnelHouse;
  let personnel: Personnel;
  let everybody: Map<string, Recorded>;

  beforeAll(async () => {
    house = await openPersonnelHouse(folder, share);
    personnel = house.personnel;
    everybody = await recorded();
  }, 1_200_000);

  afterAll(() => house?.close(), 60_000);

  /** Everybody on record, page by page. */
  async function recorded(): Promise<Map<string, Recorded>> {
    const people = new Map<string, Recorded>();
    const page = `query($after: String) { employees(first: 200, after: $after) { pageInfo { hasNextPage endCursor }
      nodes { code name hiredOn titles(all: true) { title from to }
        assignments(all: true) { unit { code } primary leader from to } } } }`;
    for (let after: string | null | undefined; after !== null; ) {
      const { employees } = await house.ask<{
        employees: { nodes: Recorded[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(page, { after });
      for (const person of employees.nodes) people.set(person.code, person);
      after = employees.pageInfo.hasNextPage ? employees.pageInfo.endCursor : null;
    }
    return people;
  }

  /** The file's rows and what became of them: taken over, merged into a person's row, or rejected. */
  const accounted = (output: string) =>
    Object.fromEntries(
      (
        [
          ['departments.csv', 'units'],
          ['employees.csv', 'people'],
          ['department_assignments.csv', 'assignments'],
          ['department_managers.csv', 'managers'],
          ['titles.csv', 'titles'],
        ] as const
      ).map(([file, title]) => {
        const { accepted, merged, rejected } = lineOf(output, file, title);
        return [title, { taken: accepted! + merged!, rejected }];
      }),
    );
  const expected = () => ({
    units: { taken: 9, rejected: 0 },
    people: { taken: personnel.employees.length, rejected: 0 },
    assignments: { taken: personnel.assignments.length - 1, rejected: 1 },
    managers: { taken: 24, rejected: 0 },
    titles: { taken: personnel.titles.length - 2, rejected: 2 },
  });

  describe('the import', () => {
    test('can be tried first: every row is judged by the graph, and nothing is written', () => {
      const { tried } = house;
      expect(tried.output).toContain('Tried; nothing was written.');
      expect(accounted(tried.output)).toEqual(expected());
      expect(lineOf(tried.output, 'employees.csv', 'people').created).toBe(personnel.employees.length);
      expect(tried.rejects).toHaveLength(3);
      expect(tried.told).toBe(0);
    });

    test('answers for every row of every file, and rejects the three empty intervals', () => {
      const { imported, importSeconds } = house;
      expect(imported.exitCode).toBe(2);
      expect(accounted(imported.output)).toEqual(expected());
      expect(imported.rejects.map(({ reason }) => reason)).toEqual([
        'to is empty: it begins and ends on 1998-12-17',
        'to is empty: it begins and ends on 2001-07-05',
        'to is empty: it begins and ends on 1998-12-17',
      ]);
      expect(importSeconds).toBeLessThan(MOST_SECONDS);
    });

    test('says what is personal and left out, and warns of managers who led before they were hired', () => {
      const { output } = house.imported;
      expect(output).toContain('employees.csv: not imported: birth_date, gender');
      const hired = new Map(personnel.employees.map(({ employee, hire_date }) => [employee, hire_date]));
      const early = personnel.managers.filter(({ employee, from }) => from < hired.get(employee)!);
      expect(early).toHaveLength(17);
      expect(lineOf(output, 'department_managers.csv', 'managers').warnings).toBe(17);
      expect(output).toMatch(/17 warnings/);
      expect(output).toMatch(/department_managers.csv from +is before the day of hiring.* 17\n/);
    });

    test('run again changes nothing and says so', async () => {
      const events = '{ organizationEvents { pending produced { type count hash } } }';
      const before = await house.ask(events);
      const again = await importFolder(house.graph, house.folder, 'organization');
      expect(accounted(again.output)).toEqual(expected());
      expect(lineOf(again.output, 'employees.csv', 'people').unchanged).toBe(personnel.employees.length);
      expect(lineOf(again.output, 'departments.csv', 'units').unchanged).toBe(9);
      expect(await house.ask(events)).toEqual(before);
    }, 600_000);
  });

  describe('who works where', () => {
    test.each(DAYS)('on %s is as counted by hand, in the whole and by department', async (day) => {
      const { company } = await house.ask<{
        company: { memberCount: number; children: { code: string; memberCount: number }[] };
      }>(
        'query($day: Date) { company(asOf: $day) { memberCount(deep: true) children { code memberCount(deep: true) } } }',
        {
          day,
        },
      );
      const counted = headCounts(personnel, day);
      expect(company.memberCount).toBe(counted.get(''));
      expect(company.children.map(({ code, memberCount }) => [code, memberCount])).toEqual(
        personnel.departments.map(({ department }) => [department, counted.get(department) ?? 0]).sort(),
      );
      if (share === 1)
        expect(counted.get('')).toBe({ '1990-01-01': 3111, '1995-06-15': 6362, '2000-01-01': 8615 }[day]);
    });

    test.each(SERVICES)('is the same in the copy of %s', async (service) => {
      const counts = await house.graph.withDatabase(service, (database) =>
        Promise.all(
          DAYS.map((day) =>
            database.collection('org_people').countDocuments({
              assignments: {
                $elemMatch: { primary: true, from: { $lte: day }, $or: [{ to: null }, { to: { $gt: day } }] },
              },
            }),
          ),
        ),
      );
      expect(counts).toEqual(DAYS.map((day) => headCounts(personnel, day).get('')));
    });

    test('is kept over time: everybody has all intervals, those with several departments too', () => {
      const several = withSeveral(personnel);
      if (share === 1) expect(several.size).toBe(1051);
      expect(several.size).toBeGreaterThan(0);
      const stated = Map.groupBy(
        personnel.assignments.filter((one) => !isEmpty(one)),
        ({ employee }) => employee,
      );
      expect(everybody.size).toBe(personnel.employees.length);
      for (const { employee, first_name, last_name, hire_date } of personnel.employees) {
        const person = everybody.get(employee)!;
        expect([person.name, person.hiredOn]).toEqual([`${first_name} ${last_name}`, hire_date]);
        expect(
          person.assignments.filter(({ primary }) => primary).map(({ unit, from, to }) => [unit.code, from, to]),
        ).toEqual(byDay(stated.get(employee) ?? []).map((one) => [one.department, one.from, endOf(one)]));
      }
    });
  });

  test('titles are a record of their own: all of them, and none splits an assignment', async () => {
    const stated = Map.groupBy(
      personnel.titles.filter((one) => !isEmpty(one)),
      ({ employee }) => employee,
    );
    for (const [code, { titles }] of everybody) {
      expect(titles).toEqual(
        byDay(stated.get(code) ?? []).map((one) => ({ title: one.title, from: one.from, to: endOf(one) })),
      );
    }
    const [code, changes] = [...stated].find(([, some]) => some.length === 3)!;
    for (const day of boundaryDays(changes)) {
      const { employee } = await house.ask<{ employee: { title: string | null } }>(
        'query($code: String!, $day: Date) { employee(code: $code) { title(asOf: $day) } }',
        { code, day },
      );
      expect(employee.title).toBe(changes.find(({ from, to }) => from <= day && day < to)?.title ?? null);
    }
  });

  test('managers lead their departments, most without ever belonging to them', async () => {
    const leading = [...everybody.values()].flatMap(({ code, assignments }) =>
      assignments.filter(({ leader }) => leader).map((one) => ({ code, ...one })),
    );
    expect(leading.every(({ primary }) => !primary)).toBe(true);
    expect(leading.map(({ code, unit, from, to }) => [unit.code, from, to, code]).sort()).toEqual(
      personnel.managers.map((one) => [one.department, one.from, endOf(one), one.employee]).sort(),
    );
    const outside = leading.filter(
      ({ code, unit }) => !everybody.get(code)!.assignments.some((one) => one.primary && one.unit.code === unit.code),
    );
    expect(outside).toHaveLength(21);
  });

  test('who reported to whom is answered for any day, those around each change included', async () => {
    const [several] = [...withSeveral(personnel)].find(([, some]) => some.every((one) => !isEmpty(one)))!;
    const manager = personnel.managers[0]!.employee;
    const days = [
      ...DAYS,
      ...boundaryDays(personnel.assignments.filter(({ employee }) => employee === several)),
      ...boundaryDays(personnel.managers.filter(({ employee }) => employee === manager)),
    ];
    const nameOf = new Map(
      personnel.employees.map(({ employee, first_name, last_name }) => [employee, `${first_name} ${last_name}`]),
    );
    for (const code of [several, manager]) {
      for (const day of days.filter((one) => one >= '1985-01-01')) {
        const answer = await house.asOf(day, code);
        const counted = headCounts(personnel, day);
        expect(answer.company.children).toEqual(
          personnel.departments
            .map(({ department, name }) => {
              const leader = managerOn(personnel, department, day);
              return {
                ...{ code: department, name, memberCount: counted.get(department) ?? 0 },
                leader: leader === null ? null : { name: nameOf.get(leader) },
              };
            })
            .sort((a, b) => (a.code < b.code ? -1 : 1)),
        );
        const department = departmentOn(personnel, code, day);
        const boss = department && managerOn(personnel, department, day);
        expect(answer.employee.unitThen?.code ?? null).toBe(department);
        expect(answer.employee.managerThen?.code ?? null).toBe(boss === code ? null : boss);
      }
    }
  });
});
