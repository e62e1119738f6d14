/**
 * Whether a history of units and people is sound at every instant. It judges what the graph tells, knows nothing of how the
 * service works, and goes the plainest way: every day on which anything begins or ends, one by one.
 */

interface Interval {
  from: string;
  to: string | null;
}

/** A unit or a person as one document. */
interface Told {
  id: string;
  code: string;
  version: number;
}

export interface ToldUnit extends Told {
  kind: string;
  records: (Interval & { name: string; parent: { id: string; code: string } | null })[];
}

interface HeldRole {
  id: string;
  role: string;
  primary: boolean;
  leader: boolean;
  unit: { id: string; code: string };
}

export interface ToldPerson extends Told {
  hiredOn: string | null;
  leftOn: string | null;
  employments: { hiredOn: string | null; leftOn: string | null }[];
  assignments: (Interval & HeldRole)[];
}

export interface ToldHistory {
  units: ToldUnit[];
  people: ToldPerson[];
}

const WIDTH = ['COMPANY', 'DEPARTMENT', 'DIVISION', 'REGION', 'TEAM'];
const NEST_IN_THEMSELVES = ['DEPARTMENT', 'DIVISION', 'REGION'];

const holds = ({ from, to }: Interval, day: string) => from <= day && (to === null || day < to);
const within = <T extends Interval>(intervals: readonly T[], day: string): T[] =>
  intervals.filter((one) => holds(one, day));

/** Every day on which anything begins or ends: between two of them nothing changes. */
export const turningPoints = ({ units, people }: ToldHistory): string[] =>
  [
    ...new Set(
      [...units.flatMap(({ records }) => records), ...people.flatMap(({ assignments }) => assignments)].flatMap(
        ({ from, to }) => (to === null ? [from] : [from, to]),
      ),
    ),
  ].sort();

/** What is wrong with the tree on a day. */
function treeFaults(units: readonly ToldUnit[], day: string): string[] {
  const faults: string[] = [];
  const parents = new Map<string, string | null>();
  const kinds = new Map<string, string>();
  for (const { code, kind, records } of units) {
    const now = within(records, day);
    if (now.length > 1) faults.push(`${code} is in two places`);
    if (now.length > 0) {
      parents.set(code, now[0]!.parent?.code ?? null);
      kinds.set(code, kind);
    }
  }
  const roots = [...parents].filter(([, parent]) => parent === null).map(([code]) => code);
  if (parents.size > 0 && roots.length !== 1) faults.push(`there are ${roots.length} roots: ${roots.join(' ')}`);
  for (const [code, parent] of parents) {
    const kind = kinds.get(code)!;
    if ((parent === null) !== (kind === 'COMPANY')) faults.push(`${code}, a ${kind}, is below ${parent}`);
    if (parent === null) continue;
    const above = kinds.get(parent);
    if (above === undefined) {
      faults.push(`${code} is below ${parent}, which does not exist`);
      continue;
    }
    const narrower = WIDTH.indexOf(above) < WIDTH.indexOf(kind);
    if (!narrower && !(above === kind && NEST_IN_THEMSELVES.includes(kind)))
      faults.push(`${code}, a ${kind}, is below ${parent}, a ${above}`);
    let at: string | null | undefined = parent;
    for (let steps = 0; at; steps += 1) {
      if (at === code || steps > parents.size) {
        faults.push(`${code} is above itself`);
        break;
      }
      at = parents.get(at);
    }
  }
  return faults;
}

/** What is wrong with who works where on a day. */
function peopleFaults(people: readonly ToldPerson[], units: readonly ToldUnit[], day: string): string[] {
  const faults: string[] = [];
  const exists = new Set(units.filter(({ records }) => within(records, day).length > 0).map(({ code }) => code));
  const leaders = new Map<string, string>();
  for (const { code, employments, assignments } of people) {
    const now = within(assignments, day);
    if (now.filter(({ primary }) => primary).length > 1) faults.push(`${code} has two primary assignments`);
    for (const [place, { leftOn }] of employments.entries()) {
      const back = employments[place + 1]?.hiredOn ?? null;
      const gone = leftOn !== null && day >= leftOn && (back === null || day < back);
      if (gone && now.length > 0) faults.push(`${code} left on ${leftOn} and works`);
    }
    for (const { unit, leader } of now) {
      if (!exists.has(unit.code)) faults.push(`${code} works in ${unit.code}, which does not exist`);
      if (!leader) continue;
      if (leaders.has(unit.code)) faults.push(`${unit.code} is led by ${leaders.get(unit.code)} and ${code}`);
      leaders.set(unit.code, code);
    }
  }
  return faults;
}

/** Everything that is wrong, day by day; nothing in a sound history. */
export const unsound = (history: ToldHistory): string[] =>
  turningPoints(history).flatMap((day) =>
    [...treeFaults(history.units, day), ...peopleFaults(history.people, history.units, day)].map(
      (fault) => `${day}: ${fault}`,
    ),
  );
