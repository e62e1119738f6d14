/** A personnel database counted by the test itself, from the CSV files and from nothing of the product. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export interface Stretch {
  employee: string;
  from: string;
  to: string;
}
export interface InDepartment extends Stretch {
  department: string;
}

export interface Personnel {
  employees: { employee: string; first_name: string; last_name: string; hire_date: string; birth_date: string }[];
  departments: { department: string; name: string }[];
  assignments: InDepartment[];
  managers: InDepartment[];
  titles: (Stretch & { title: string })[];
}

const OPEN = '9999-01-01';

export const readPersonnel = (folder: string): Personnel => {
  const rows = <Row>(name: string) => parse(readFileSync(join(folder, `${name}.csv`)), { columns: true }) as Row[];
  return {
    employees: rows('employees'),
    departments: rows('departments'),
    assignments: rows('department_assignments'),
    managers: rows('department_managers'),
    titles: rows('titles'),
  };
};

export const isEmpty = ({ from, to }: Stretch): boolean => from >= to;
const holds = ({ from, to }: Stretch, day: string): boolean => from <= day && day < to;
/** An end as the graph tells it. */
export const endOf = ({ to }: Stretch): string | null => (to === OPEN ? null : to);

/** How many people there are in each department on a day; under '' in all. */
export function headCounts({ assignments }: Personnel, day: string): Map<string, number> {
  const people = new Map<string, Set<string>>([['', new Set()]]);
  for (const one of assignments) {
    if (!holds(one, day)) continue;
    people.get('')!.add(one.employee);
    people.set(one.department, (people.get(one.department) ?? new Set()).add(one.employee));
  }
  return new Map([...people].map(([department, some]) => [department, some.size]));
}

/** The department of a person on a day. */
export const departmentOn = ({ assignments }: Personnel, employee: string, day: string): string | null =>
  assignments.find((one) => one.employee === employee && holds(one, day))?.department ?? null;

/** Who manages a department on a day. */
export const managerOn = ({ managers }: Personnel, department: string, day: string): string | null =>
  managers.find((one) => one.department === department && holds(one, day))?.employee ?? null;

/** People with more than one department, empty intervals counted. */
export function withSeveral({ assignments }: Personnel): Map<string, InDepartment[]> {
  const byEmployee = Map.groupBy(assignments, ({ employee }) => employee);
  return new Map([...byEmployee].filter(([, some]) => some.length > 1));
}

/** The days around the beginnings and ends of some of a person's intervals. */
export function boundaryDays(stretches: readonly Stretch[]): string[] {
  const days = stretches.flatMap(({ from, to }) => [from, ...(to === OPEN ? [] : [to])]);
  const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  return [...new Set(days.flatMap((day) => [dayBefore(day), day]))].sort();
}
