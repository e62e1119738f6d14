/** A personnel database as it arrives at the graph, and what becomes of its odd rows. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GraphStandIn, standInForGraph } from './graph-stand-in.ts';
import { rejectsIn, run } from './running.ts';

let graph: GraphStandIn;
beforeEach(async () => {
  graph = await standInForGraph();
});
afterEach(() => graph.close());

const FILES: Record<string, string[]> = {
  departments: ['department,name', 'd1,Marketing', 'd2,Finance'],
  employees: [
    'employee,birth_date,first_name,last_name,gender,hire_date',
    '1,1960-01-01,Ada,Moe,F,1990-01-01',
    '2,1961-01-01,Ben,Nye,M,1991-01-01',
  ],
  department_assignments: [
    'employee,department,from,to',
    '1,d1,1990-01-01,1995-01-01',
    '1,d2,1995-01-01,9999-01-01',
    '2,d1,1991-01-01,9999-01-01',
  ],
  department_managers: ['employee,department,from,to', '2,d2,1985-01-01,1996-01-01', '1,d2,1996-01-01,9999-01-01'],
  titles: ['employee,title,from,to', '1,Senior,1993-01-01,9999-01-01', '1,Junior,1990-01-01,1993-01-01'],
};

/** Imports the files, some of them with further rows, or other rows altogether where they begin with a header. */
async function importing(further: Record<string, string[]> = {}, ...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'salesgraph-importer-'));
  for (const [name, lines] of Object.entries(FILES)) {
    await writeFile(join(folder, `${name}.csv`), [...lines, ...(further[name] ?? []), ''].join('\n'));
  }
  const rejects = join(folder, 'rejects.ndjson');
  const env = { SALESGRAPH_URL: graph.url, SALESGRAPH_TOKEN: 'a-token' };
  const ended = await run([folder, '--mapping', 'organization', '--rejects', rejects, ...args], env);
  return { ...ended, rejects: rejectsIn(rejects).map(({ file, line, reason }) => `${file} ${line}: ${reason}`) };
}

const kept = (mutation: string, code: string) => graph.kept.get(mutation)?.get(code) as Record<string, unknown>;
const held = (unitCode: string, from: string, to: string | null, primary = true) => ({
  ...{ unitCode, role: 'EMPLOYEE', primary, leader: false, from, to },
});
const led = (unitCode: string, from: string, to: string | null) => ({
  ...held(unitCode, from, to, false),
  leader: true,
});

/** The figures of a line of the summary. */
function lineOf(out: string, file: string, title: string): Record<string, string> {
  const table = out.split('\n').map((line) => line.trim().split(/ {2,}/));
  const [, , ...columns] = table.find(([first]) => first === 'file')!;
  const [, , ...figures] = table.find(([first, second]) => first === `${file}.csv` && second === title)!;
  return Object.fromEntries(columns.map((name, place) => [name, figures[place]!]));
}

test('departments stand below one company from the first day needed, people come with their whole history', async () => {
  const { code, out } = await importing();
  expect(code).toBe(0);
  expect(kept('importOrgUnits', 'COMPANY')).toMatchObject({
    kind: 'COMPANY',
    parentCode: null,
    from: '1985-01-01',
    to: null,
  });
  expect(kept('importOrgUnits', 'd2')).toMatchObject({
    kind: 'DEPARTMENT',
    name: 'Finance',
    parentCode: 'COMPANY',
    from: '1985-01-01',
  });
  expect(kept('importEmployees', '1')).toEqual({
    ...{ code: '1', name: 'Ada Moe', hiredOn: '1990-01-01' },
    assignments: [
      held('d1', '1990-01-01', '1995-01-01'),
      held('d2', '1995-01-01', null),
      led('d2', '1996-01-01', null),
    ],
    titles: [
      { title: 'Junior', from: '1990-01-01', to: '1993-01-01' },
      { title: 'Senior', from: '1993-01-01', to: null },
    ],
  });
  expect(out).toContain('employees.csv: not imported: birth_date, gender');
  expect(lineOf(out, 'employees', 'people')).toMatchObject({ accepted: '2', rejected: '0', merged: '0' });
  expect(lineOf(out, 'department_assignments', 'assignments')).toMatchObject({ merged: '3', rejected: '0' });
  expect(lineOf(out, 'titles', 'titles')).toMatchObject({ merged: '2', rejected: '0' });
});

test('departments at the same time: the earlier is the primary one, no day is lost, and each is warned of', async () => {
  const { code, out } = await importing({
    department_assignments: ['2,d2,2000-01-01,2001-01-01', '1,d1,1994-01-01,1996-01-01'],
  });
  expect(code).toBe(0);
  expect(kept('importEmployees', '2')!.assignments).toEqual([
    held('d1', '1991-01-01', null),
    held('d2', '2000-01-01', '2001-01-01', false),
    led('d2', '1985-01-01', '1996-01-01'),
  ]);
  expect(kept('importEmployees', '1')!.assignments).toEqual([
    held('d1', '1990-01-01', '1995-01-01'),
    held('d1', '1994-01-01', '1995-01-01', false),
    held('d1', '1995-01-01', '1996-01-01'),
    held('d2', '1995-01-01', '1996-01-01', false),
    held('d2', '1996-01-01', null),
    led('d2', '1996-01-01', null),
  ]);
  expect(lineOf(out, 'department_assignments', 'assignments')).toMatchObject({ merged: '5', warnings: '3' });
  expect(out).toContain('overlaps an earlier one of the person');
});

test.each<[string, string, string, string]>([
  [
    'an empty interval',
    'department_assignments',
    '2,d2,2000-01-01,2000-01-01',
    'to is empty: it begins and ends on 2000-01-01',
  ],
  [
    'an end before the beginning',
    'titles',
    '2,Junior,2000-01-01,1999-01-01',
    'to is before from, 2000-01-01: 1999-01-01',
  ],
  ['a person who is not there', 'titles', '9,Junior,2000-01-01,9999-01-01', 'employee "9" is not in employees'],
  [
    'a department that is not there',
    'department_managers',
    '2,d9,2000-01-01,9999-01-01',
    'department "d9" is not in departments',
  ],
  [
    'a second leader',
    'department_managers',
    '2,d2,2000-01-01,9999-01-01',
    'from overlaps line 3: one leader a department at a time',
  ],
  ['a second title', 'titles', '1,Boss,1992-01-01,1992-02-01', 'from overlaps line 3: one title a person at a time'],
  [
    'no day',
    'titles',
    '2,Junior,2000-02-30,9999-01-01',
    'from is no day of the form YYYY-MM-DD or M/D/YYYY: "2000-02-30"',
  ],
])('a row with %s is rejected, and the person comes without it', async (_, file, row, reason) => {
  const { code, rejects, out } = await importing({ [file]: [row] });
  expect(code).toBe(2);
  expect(rejects).toEqual([`${file}.csv ${FILES[file]!.length + 1}: ${reason}`]);
  expect(graph.kept.get('importEmployees')?.size).toBe(2);
  expect(out).toContain('1 rows were rejected');
});

test('what the graph refuses or warns of is told of the row it came from, and the rows that go with it are told too', async () => {
  graph.refuse = (mutation, row) =>
    mutation === 'importEmployees' && row.code === '2'
      ? { field: 'assignments.1.leader', message: 'is taken', code: 'BAD_VALUE' }
      : undefined;
  const { rejects, out } = await importing();
  expect(rejects).toEqual([
    'employees.csv 3: goes with line 2 of department_managers.csv, which was rejected',
    'department_assignments.csv 4: goes with line 2 of department_managers.csv, which was rejected',
    'department_managers.csv 2: leader is taken',
  ]);
  expect(lineOf(out, 'employees', 'people')).toMatchObject({ accepted: '1', rejected: '1' });
  expect(lineOf(out, 'department_assignments', 'assignments')).toMatchObject({ merged: '2', rejected: '1' });
  expect(lineOf(out, 'department_managers', 'managers')).toMatchObject({ merged: '1', rejected: '1' });
});

test('a dry run asks the graph, shows it the units that people stand on, and opens no session', async () => {
  const { code, out } = await importing({}, '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('Tried; nothing was written.');
  expect(graph.kept.size).toBe(0);
  expect(graph.calls.map(({ name }) => name)).toEqual([
    'reached',
    'importOrgUnits',
    'importOrgUnits',
    'importEmployees',
  ]);
  const assumed = graph.calls.at(-1)!.variables.assumedUnits as { code: string }[];
  expect(assumed.map(({ code: unit }) => unit).sort()).toEqual(['COMPANY', 'd1', 'd2']);
  expect(lineOf(out, 'employees', 'people')).toMatchObject({ created: '2', unchanged: '0' });
});

test('a row that another one of the same import stands in the way of is sent again when that is in', async () => {
  // Both lead d2 one after the other; the first to arrive waits for the second.
  graph.refuse = (mutation, row) =>
    mutation === 'importEmployees' && row.code === '1' && !graph.kept.get(mutation)?.has('2')
      ? { field: 'assignments.2.leader', message: 'is taken', code: 'CONFLICT' }
      : undefined;
  const { code, rejects } = await importing({}, '--batch-rows', '1');
  expect(rejects).toEqual([]);
  expect(code).toBe(0);
  expect([...graph.kept.get('importEmployees')!.keys()].sort()).toEqual(['1', '2']);
});
