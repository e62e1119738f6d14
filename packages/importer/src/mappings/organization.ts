/**
 * A personnel database: employees, departments, who was in which department from when to when, who managed it, and titles.
 * Intervals are `from <= day < to`, and 9999-01-01 stands for an end that is not known. One COMPANY with the departments
 * below it, all from the first day on which one of them is needed; everybody is EMPLOYEE.
 */
import type { Day } from '@salesgraph/calendar';
import { day, openDay, text } from '../mapping/columns.ts';
import type { Known } from '../mapping/known.ts';
import {
  anyFile,
  type Entry,
  file,
  fromAll,
  type Mapping,
  ORGANIZATION_SETTLED,
  type Origin,
  type Outgoing,
  type Part,
  type RowFault,
  type SourceFile,
} from '../mapping/mapping.ts';
import { onePrimaryAtATime, SECOND_AT_A_TIME } from './primary.ts';

const OPEN = '9999-01-01';
const ROOT = { code: 'COMPANY', name: 'Company', kind: 'COMPANY', parentCode: null, currency: 'USD' };

interface Stretch {
  employee: string;
  from: Day;
  to: Day | null;
}
interface InDepartment extends Stretch {
  department: string;
}
interface Titled extends Stretch {
  title: string;
}

const departments = file('departments', {
  keep: true,
  columns: { code: text('department', { longest: 100 }), name: text('name') },
  codeOf: ({ code }) => code,
});

const employees = file('employees', {
  keep: true,
  columns: {
    code: text('employee', { longest: 100 }),
    firstName: text('first_name', { longest: 90 }),
    lastName: text('last_name', { longest: 90 }),
    hiredOn: day('hire_date'),
  },
  leftOut: { columns: ['birth_date', 'gender'], why: 'which are personal and nothing that the organization needs' },
  codeOf: ({ code }) => code,
});

const stretch = {
  employee: text('employee', { longest: 100 }),
  from: day('from'),
  to: openDay('to', OPEN),
};

/** The faults of an interval of somebody: the person must be known, and the interval hold a day. */
function stretchFaults({ employee, from, to }: Stretch, known: Known): RowFault[] {
  const faults: RowFault[] = [];
  if (!known.find(employees, employee))
    faults.push({ column: 'employee', reason: known.whyUnknown(employees, employee) });
  if (to === from) faults.push({ column: 'to', reason: `is empty: it begins and ends on ${from}` });
  else if (to !== null && to < from) faults.push({ column: 'to', reason: `is before from, ${from}: ${to}` });
  return faults;
}

const departmentFaults = ({ department }: InDepartment, known: Known): RowFault[] =>
  known.find(departments, department)
    ? []
    : [{ column: 'department', reason: known.whyUnknown(departments, department) }];

const assignments: SourceFile<InDepartment> = file<InDepartment>('department_assignments', {
  keep: true,
  columns: { ...stretch, department: text('department', { longest: 100 }) },
  codeOf: ({ employee, department, from }) => `${employee} ${department} ${from}`,
  check: (values, known) => [...stretchFaults(values, known), ...departmentFaults(values, known)],
});

const managers: SourceFile<InDepartment> = file<InDepartment>('department_managers', {
  keep: true,
  optional: true,
  columns: { ...stretch, department: text('department', { longest: 100 }) },
  codeOf: ({ employee, department, from }) => `${employee} ${department} ${from}`,
  check: (values, known) => [
    ...stretchFaults(values, known),
    ...departmentFaults(values, known),
    ...overlapFaults(managers, values, ({ department }) => department, 'one leader a department at a time', known),
  ],
});

const titles: SourceFile<Titled> = file<Titled>('titles', {
  keep: true,
  optional: true,
  columns: { ...stretch, title: text('title') },
  codeOf: ({ employee, title, from }) => `${employee} ${title} ${from}`,
  check: (values, known) => [
    ...stretchFaults(values, known),
    ...overlapFaults(titles, values, ({ employee }) => employee, 'one title a person at a time', known),
  ],
});

const holdsDays = ({ from, to }: Stretch) => to === null || from < to;
const overlap = (a: Stretch, b: Stretch) => (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);

/** The rows of a file by what only one of them may hold at a time. Computed anew when a row falls out. */
const groupsOf = <V>(source: SourceFile<V>, keyOf: (values: V) => string, known: Known): Map<string, Entry<V>[]> =>
  known.derive(source, () => Map.groupBy(known.all(source), ({ values }) => keyOf(values)));

/** Of two intervals that exclude each other the first in the file stands. */
function overlapFaults<V extends Stretch>(
  source: SourceFile<V>,
  values: V,
  keyOf: (values: V) => string,
  rule: string,
  known: Known,
): RowFault[] {
  const rivals = groupsOf(source, keyOf, known).get(keyOf(values)) ?? [];
  for (const rival of rivals) {
    if (rival.values === values) return [];
    if (holdsDays(rival.values) && overlap(rival.values, values)) {
      return [{ column: 'from', reason: `overlaps line ${rival.line}: ${rule}` }];
    }
  }
  return [];
}

/** The first day on which a department is needed. */
const firstDay = (known: Known): Day =>
  known.derive(firstDay, () =>
    [...known.all(assignments), ...known.all(managers)].reduce(
      (first, { values: { from } }) => (from < first ? from : first),
      OPEN,
    ),
  );

const unitsOf = (known: Known): Outgoing[] =>
  known.all(departments).map(({ line, values: { code, name } }) => ({
    origin: { file: anyFile(departments), line },
    row: {
      ...{ code, name, kind: 'DEPARTMENT', parentCode: ROOT.code },
      from: firstDay(known),
      to: null,
      currency: null,
    },
  }));

const byEmployee = <V extends Stretch>(source: SourceFile<V>, known: Known) =>
  Map.groupBy(known.all(source), ({ values: { employee } }) => employee);

const role = { role: 'EMPLOYEE' };

/** Everybody with the whole history: departments, those they lead, titles. */
function peopleOf(known: Known): Outgoing[] {
  const [placed, leading, titled] = [
    byEmployee(assignments, known),
    byEmployee(managers, known),
    byEmployee(titles, known),
  ];
  return known.all(employees).map(({ line, values: { code, firstName, lastName, hiredOn } }) => {
    const parts: Part[] = [];
    const warnings: NonNullable<Outgoing['warnings']> = [];
    const part = (origin: Origin, path: string) => parts.push({ ...origin, path });
    const rows: Record<string, unknown>[] = [];

    const inDepartments = (placed.get(code) ?? []).map(({ line: own, values }) => ({ ...values, line: own }));
    for (const { of, from, to, primary } of onePrimaryAtATime(inDepartments)) {
      const origin = { file: anyFile(assignments), line: of.line };
      if (!primary) warnings.push({ ...origin, field: 'from', message: SECOND_AT_A_TIME });
      part(origin, `assignments.${rows.length}`);
      rows.push({ unitCode: of.department, ...role, primary, leader: false, from, to });
    }
    for (const { line: own, values } of leading.get(code) ?? []) {
      part({ file: anyFile(managers), line: own }, `assignments.${rows.length}`);
      rows.push({
        unitCode: values.department,
        ...role,
        primary: false,
        leader: true,
        from: values.from,
        to: values.to,
      });
    }
    const called = (titled.get(code) ?? []).toSorted((a, b) => (a.values.from < b.values.from ? -1 : 1));
    for (const [place, { line: own }] of called.entries())
      part({ file: anyFile(titles), line: own }, `titles.${place}`);
    return {
      origin: { file: anyFile(employees), line },
      row: {
        ...{ code, name: `${firstName} ${lastName}`, hiredOn, assignments: rows },
        titles: called.map(({ values: { title, from, to } }) => ({ title, from, to })),
      },
      parts,
      warnings,
    };
  });
}

const columnOf = { unitCode: 'department' };

export const organization: Mapping = {
  name: 'organization',
  files: [departments, employees, assignments, managers, titles].map((one) => anyFile(one as typeof departments)),
  ignored: {},
  phases: [
    {
      title: 'organization',
      targets: [
        fromAll(departments, { title: 'company', mutation: 'importOrgUnits' }, (known) => [
          { origin: null, row: { ...ROOT, from: firstDay(known), to: null } },
        ]),
        fromAll(
          departments,
          { title: 'units', mutation: 'importOrgUnits', columnOf: { code: 'department', parentCode: 'department' } },
          unitsOf,
        ),
        fromAll(
          employees,
          {
            ...{ title: 'people', mutation: 'importEmployees', inOrder: false },
            columnOf: { code: 'employee', name: 'last_name', hiredOn: 'hire_date' },
            merging: [
              { title: 'assignments', file: anyFile(assignments), columnOf },
              { title: 'managers', file: anyFile(managers), columnOf },
              { title: 'titles', file: anyFile(titles), columnOf: {} },
            ],
          },
          peopleOf,
        ),
      ],
      settle: ORGANIZATION_SETTLED,
    },
  ],
};
