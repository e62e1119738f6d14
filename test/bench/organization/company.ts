/** A company of any size, the same on every run: units in four levels, people with years of history, some seats vacant. */
import { idFromCode } from '../../../packages/service-kit/src/index.ts';

export interface Size {
  people: number;
  units: number;
  regions: number;
}

interface Unit {
  _id: string;
  code: string;
  kind: string;
  parentId: string | null;
}

interface Term {
  unit: Unit;
  role: string;
  primary: boolean;
  leader: boolean;
  from: string;
  to: string | null;
}

/** What is put into the database: documents as the service writes them, without events on their way. */
export interface Company {
  units: { _id: string }[];
  people: { _id: string }[];
  /** Codes to ask for. */
  region: string;
  regionPeople: number;
  engineer: string;
  manager: string;
  director: string;
}

const FOUNDED = '2016-01-01';
/** Of so many teams one has no leader, of so many people one has worked elsewhere before. */
const VACANT_EVERY = 33;
const MOVED_EVERY = 3;
const LEFT_EVERY = 20;

/** Numbers that look random and are the same on every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const unitOf = (code: string, kind: string, above: Unit | null): Unit => ({
  _id: idFromCode('unit', code),
  code,
  kind,
  parentId: above?._id ?? null,
});

const unitDocument = ({ parentId, ...unit }: Unit) => ({
  ...unit,
  currency: unit.kind === 'COMPANY' ? 'CNY' : null,
  records: [{ name: unit.code, parentId, from: FOUNDED, to: null, reason: null, by: 'bench' }],
  origins: [],
  corrections: [],
  requests: [],
  change: { action: 'unit.create', reason: null },
  version: 1,
});

const personDocument = (code: string, terms: Term[]) => ({
  _id: idFromCode('emp', code),
  code,
  name: `Name of ${code}`,
  hiredOn: terms[0]!.from,
  leftOn: terms.at(-1)!.to,
  assignments: terms.map(({ unit, ...term }, place) => ({
    id: idFromCode('asg', `${code} ${place}`),
    unitId: unit._id,
    ...term,
    reason: place > 0 ? 'reorganization' : null,
    by: 'bench',
  })),
  titles: [],
  delegations: [],
  corrections: [],
  requests: [],
  change: { action: 'employee.create', reason: null },
  version: 1,
});

/** COMPANY > SALES > regions > districts > teams; the people of a region work in its teams. */
export function madeUp({ people, units, regions }: Size): Company {
  const next = numbers(1);
  const root = unitOf('COMPANY', 'COMPANY', null);
  const sales = unitOf('SALES', 'DEPARTMENT', root);
  const heads: { unit: Unit; role: string }[] = [{ unit: sales, role: 'SALES_DIRECTOR' }];
  const all: Unit[] = [root, sales];
  const teams: Unit[][] = [];
  const perRegion = Math.floor((units - 2) / regions);
  for (let r = 0; r < regions; r++) {
    const code = `R${String(r).padStart(2, '0')}`;
    const region = unitOf(code, 'REGION', sales);
    const districts = Array.from({ length: Math.max(1, Math.floor(perRegion / 30)) }, (_, d) =>
      unitOf(`${code}-D${d}`, 'REGION', region),
    );
    const below = Array.from({ length: perRegion - 1 - districts.length }, (_, t) =>
      unitOf(`${code}-T${String(t).padStart(3, '0')}`, 'TEAM', districts[t % districts.length]!),
    );
    heads.push({ unit: region, role: 'REGIONAL_MANAGER' });
    heads.push(...districts.map((unit) => ({ unit, role: 'REGIONAL_MANAGER' })));
    heads.push(
      ...below.filter((_, t) => t % VACANT_EVERY !== VACANT_EVERY - 1).map((unit) => ({ unit, role: 'TEAM_LEADER' })),
    );
    all.push(region, ...districts, ...below);
    teams.push(below);
  }
  for (let n = all.length; n < units; n++) all.push(unitOf(`DEPARTMENT-${n}`, 'DEPARTMENT', root));

  const day = () =>
    `${2016 + next(10)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
  const leaders = heads.map(({ unit, role }) =>
    personDocument(`L-${unit.code}`, [{ unit, role, primary: true, leader: true, from: FOUNDED, to: null }]),
  );
  const engineers = Array.from({ length: people - leaders.length }, (_, n) => {
    const region = teams[n % regions]!;
    const at = () => region[next(region.length)]!;
    const works = (unit: Unit, from: string, to: string | null): Term => ({
      ...{ unit, role: 'SALES_ENGINEER', primary: true, leader: false, from, to },
    });
    const hired = day();
    const moved = day();
    const code = `P${String(n).padStart(6, '0')}`;
    if (n % LEFT_EVERY === 1 && moved > hired) return personDocument(code, [works(at(), hired, moved)]);
    if (n % MOVED_EVERY !== 0 || moved <= hired) return personDocument(code, [works(at(), hired, null)]);
    return personDocument(code, [works(at(), hired, moved), works(at(), moved, null)]);
  });
  return {
    units: all.map(unitDocument),
    people: [...leaders, ...engineers],
    region: 'R00',
    regionPeople: Math.round(people / regions),
    engineer: engineers.find(({ leftOn }) => leftOn === null)!.code,
    manager: 'L-R00',
    director: 'L-SALES',
  };
}
