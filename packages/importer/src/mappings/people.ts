/**
 * A company in two plain spreadsheets, as Excel and WPS export them: `units.csv` (one row a unit, several where name or place
 * changed) and `people.csv` (one row an assignment, several where somebody moved). Headers and words may be Chinese.
 * Templates of both are in `packages/importer/templates`.
 */
import { ROLE_DESCRIPTIONS, type Role } from '@salesgraph/access';
import { type Day, type DayFormat, daysBetween } from '@salesgraph/calendar';
import { day, named, oneOf, optional, text } from '../mapping/columns.ts';
import type { Known } from '../mapping/known.ts';
import {
  anyFile,
  type Entry,
  file,
  fromAll,
  type Mapping,
  ORGANIZATION_SETTLED,
  type Outgoing,
  type Part,
  type RowFault,
  type SourceFile,
} from '../mapping/mapping.ts';
import { onePrimaryAtATime, type Placed, SECOND_AT_A_TIME } from './primary.ts';

const DAYS: DayFormat[] = ['YYYY-MM-DD', 'YYYY/M/D', 'M/D/YYYY'];
const KINDS = {
  ...{ COMPANY: 'COMPANY', 公司: 'COMPANY', DEPARTMENT: 'DEPARTMENT', 部门: 'DEPARTMENT' },
  ...{ DIVISION: 'DIVISION', 科室: 'DIVISION', REGION: 'REGION', 大区: 'REGION', 区域: 'REGION' },
  ...{ TEAM: 'TEAM', 团队: 'TEAM' },
} as const;
const ROLES: Record<string, Role> = Object.fromEntries(
  ROLE_DESCRIPTIONS.flatMap(({ role, name, nameChinese }) => [role, name, nameChinese].map((word) => [word, role])),
);
const YES_OR_NO: Record<string, 'YES' | 'NO'> = {
  ...{ yes: 'YES', y: 'YES', true: 'YES', '1': 'YES', 是: 'YES' },
  ...{ no: 'NO', n: 'NO', false: 'NO', '0': 'NO', 否: 'NO' },
};

const units = file('units', {
  keep: true,
  columns: {
    code: named(text('code', { longest: 100 }), '编号', '编码', '代码', '单位编号'),
    name: named(text('name'), '名称', '单位名称'),
    kind: named(oneOf('kind', KINDS), '类型', '类别'),
    parent: named(optional(text('parent code', { longest: 100 })), 'parent', '上级编号', '上级单位', '上级'),
    from: named(day('from', DAYS), '开始日期', '起始日期', '生效日期'),
    to: named(optional(day('to', DAYS)), '结束日期', '截止日期', '失效日期'),
    currency: named(optional(text('currency', { longest: 3 })), '币种', '货币'),
  },
  codeOf: ({ code, from }) => `${code} ${from}`,
  check: ({ from, to }) => endFaults(from, to),
});

interface PersonRow {
  code: string;
  name: string;
  unit: string;
  role: Role;
  leader: 'YES' | 'NO' | null;
  primary: 'YES' | 'NO' | null;
  from: Day;
  to: Day | null;
  hiredOn: Day | null;
  title: string | null;
}

const people: SourceFile<PersonRow> = file<PersonRow>('people', {
  keep: true,
  columns: {
    code: named(text('code', { longest: 100 }), '工号', '编号', '员工编号'),
    name: named(text('name'), '姓名'),
    unit: named(text('unit code', { longest: 100 }), 'unit', '单位编号', '部门编号', '所属单位'),
    role: named(oneOf('role', ROLES), '职务', '角色'),
    leader: named(optional(oneOf('leader', YES_OR_NO)), '负责人', '是否负责人'),
    primary: named(optional(oneOf('primary', YES_OR_NO)), '主要', '是否主职'),
    from: named(day('from', DAYS), '开始日期', '起始日期', '任职日期'),
    to: named(optional(day('to', DAYS)), '结束日期', '截止日期', '卸任日期'),
    hiredOn: named(optional(day('hired on', DAYS)), 'hire date', '入职日期'),
    title: named(optional(text('title')), '职称', '头衔'),
  },
  codeOf: ({ code, unit, role, leader, from }) => JSON.stringify([code, unit, role, leader === 'YES', from]),
  check(values, known) {
    const faults = endFaults(values.from, values.to);
    if (!unitCodes(known).has(values.unit)) {
      faults.push({ column: 'unit code', reason: `${JSON.stringify(values.unit)} is not in units` });
    }
    const first = rowsOf(values.code, known)[0];
    if (!first || first.values === values) return faults;
    const { line, values: said } = first;
    if (values.name !== said.name)
      faults.push({ column: 'name', reason: `is ${said.name} in line ${line}: ${values.name}` });
    if (values.hiredOn !== null && values.hiredOn !== said.hiredOn) {
      faults.push({ column: 'hired on', reason: `is ${said.hiredOn ?? 'empty'} in line ${line}: ${values.hiredOn}` });
    }
    return faults;
  },
});

function endFaults(from: Day, to: Day | null): RowFault[] {
  if (to === null || daysBetween(from, to) > 0) return [];
  return [
    {
      column: 'to',
      reason: to === from ? `is empty: it begins and ends on ${from}` : `is before from, ${from}: ${to}`,
    },
  ];
}

const unitCodes = (known: Known): ReadonlySet<string> =>
  known.derive(unitCodes, () => new Set(known.all(units).map(({ values: { code } }) => code)));

/** The rows of each person, in the order of the file. Computed anew when a row falls out. */
const byPerson = (known: Known): Map<string, Entry<PersonRow>[]> =>
  known.derive(byPerson, () => Map.groupBy(known.all(people), ({ values: { code } }) => code));
const rowsOf = (code: string, known: Known): Entry<PersonRow>[] => byPerson(known).get(code) ?? [];

/** Units so that one comes after those above it. */
function unitsOf(known: Known): Outgoing[] {
  const above = new Map(known.all(units).map(({ values: { code, parent } }) => [code, parent]));
  const depthOf = (code: string): number => {
    const seen = new Set<string>();
    for (let at = above.get(code); at && !seen.has(at); at = above.get(at)) seen.add(at);
    return seen.size;
  };
  return known
    .all(units)
    .map((entry) => ({ ...entry, depth: depthOf(entry.values.code) }))
    .sort((a, b) => a.depth - b.depth || a.line - b.line)
    .map(({ line, values: { code, name, kind, parent, from, to, currency } }) => ({
      origin: { file: anyFile(units), line },
      row: { code, name, kind, parentCode: parent, from, to, currency },
    }));
}

const TITLE_OF_SECOND = 'is that of a second assignment and not kept: the title goes with the primary one';

interface Title {
  title: string;
  from: Day;
  to: Day | null;
  line: number;
}

/** Titles of primary assignments that follow each other and say the same are one title. */
function titlesOf(placed: readonly Placed<PersonRow & { line: number }>[]): Title[] {
  const titles: Title[] = [];
  for (const { of, from, to, primary } of placed) {
    const last = titles.at(-1);
    if (!primary || of.title === null) continue;
    // At most one is primary at a time, so a later one never begins before the last one ends.
    if (last?.title === of.title && last.to === from) last.to = to;
    else titles.push({ title: of.title, from, to, line: of.line });
  }
  return titles;
}

/** Everybody with all their rows: those that say so are second assignments, of the others one is primary at a time. */
function peopleOf(known: Known): Outgoing[] {
  return [...byPerson(known)].map(([code, inFile]) => {
    const origin = (line: number) => ({ file: anyFile(people), line });
    const rows = inFile.toSorted((a, b) =>
      a.values.from < b.values.from ? -1 : a.values.from > b.values.from ? 1 : 0,
    );
    const stretches = rows.map(({ line, values }) => ({ ...values, line }));
    const second = stretches.filter(({ primary }) => primary === 'NO');
    const placed = [
      ...onePrimaryAtATime(stretches.filter(({ primary }) => primary !== 'NO')),
      ...second.map((of) => ({ of, from: of.from, to: of.to, primary: false })),
    ];
    const titles = titlesOf(placed);
    const untitled = stretches.filter(
      (row) => row.title !== null && !placed.some(({ of, primary }) => primary && of.line === row.line),
    );
    const parts: Part[] = [
      ...placed.map(({ of: { line } }, place) => ({ ...origin(line), path: `assignments.${place}` })),
      ...titles.map(({ line }, place) => ({ ...origin(line), path: `titles.${place}` })),
    ];
    const [first] = inFile;
    return {
      origin: origin(first!.line),
      row: {
        ...{ code, name: first!.values.name, hiredOn: first!.values.hiredOn },
        assignments: placed.map(({ of: { unit, role, leader }, from, to, primary }) => ({
          ...{ unitCode: unit, role, primary, leader: leader === 'YES', from, to },
        })),
        titles: titles.map(({ title, from, to }) => ({ title, from, to })),
      },
      parts,
      warnings: [
        ...placed
          .filter(({ of, primary }) => !primary && of.primary !== 'NO')
          .map(({ of }) => ({ ...origin(of.line), field: 'from', message: SECOND_AT_A_TIME })),
        ...untitled.map(({ line }) => ({ ...origin(line), field: 'title', message: TITLE_OF_SECOND })),
      ],
    };
  });
}

export const spreadsheet: Mapping = {
  name: 'people',
  files: [anyFile(units), anyFile(people)],
  ignored: {},
  phases: [
    {
      title: 'organization',
      targets: [
        fromAll(
          units,
          { title: 'units', mutation: 'importOrgUnits', columnOf: { parentCode: 'parent code' } },
          unitsOf,
        ),
        fromAll(
          people,
          {
            ...{ title: 'people', mutation: 'importEmployees', inOrder: false },
            columnOf: { unitCode: 'unit code', hiredOn: 'hired on', titles: 'title', assignments: 'unit code' },
          },
          peopleOf,
        ),
      ],
      settle: ORGANIZATION_SETTLED,
    },
  ],
};
