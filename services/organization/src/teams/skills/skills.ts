/** Skills of people: what they say of themselves and what whoever answers for them confirms. Pure rules over plain data. */
import type { Day } from '@salesgraph/calendar';
import { badValue, contradiction, type Fault, textFaults } from '../../faults.ts';
import { DEFAULT_SKILLS } from './default-skills.ts';

/** A skill of the catalogue. */
export interface Skill {
  id: string;
  code: string;
  name: string;
  nameChinese: string;
  /** Whether it is no longer stated or confirmed; what was said of it stays. */
  retired: boolean;
}

export const STATEMENT_KINDS = ['SELF', 'CONFIRMED'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** From a beginner to somebody who teaches others. */
export const LEAST_LEVEL = 1;
export const HIGHEST_LEVEL = 4;

/** What was said of one skill of a person. */
export interface Statement {
  /** The code of the skill. */
  skill: string;
  level: number;
  kind: StatementKind;
  /** The day from which it holds. */
  on: Day;
  /** Who said it: the code of a person, or an account. */
  by: string;
  /** When it was said: an instant of ISO 8601. */
  at: string;
  note: string | null;
}

export interface Profile {
  id: string;
  employeeId: string;
  /** In the order in which they were said. */
  statements: Statement[];
}

/** One skill of a person on a day. */
export interface SkillOnDay {
  skill: string;
  confirmed: Statement | null;
  selfStated: Statement | null;
}

/** How many skills a catalogue holds. */
export const MAX_SKILLS = 200;
/** How many statements a person's record holds. */
export const MAX_STATEMENTS = 1_000;
const MAX_TEXT = 200;
const MAX_NOTE = 1_000;
const CODE = /^[A-Z][A-Z0-9_]{0,49}$/;

/** What is wrong with a skill of the catalogue. */
export function skillFaults({ code, name, nameChinese }: Skill): Fault[] {
  const faults = [...textFaults('name', name, MAX_TEXT), ...textFaults('nameChinese', nameChinese, MAX_TEXT)];
  if (!CODE.test(code))
    faults.unshift(badValue('code', 'is no code: capitals, digits and _, a capital first, 50 at most'));
  return faults;
}

/** The catalogue in the order of codes: what a company begins with, unless the company says otherwise. */
export function catalogueOf<S extends Skill>(stored: readonly S[]): (S | (Skill & { version: 0 }))[] {
  const known = new Set(stored.map(({ code }) => code));
  const defaults = DEFAULT_SKILLS.filter(({ code }) => !known.has(code)).map((skill) => ({
    ...skill,
    version: 0 as const,
  }));
  return [...stored, ...defaults].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A person's record with one more statement. @param today nothing holds from a day to come */
export function stated<P extends Profile>(
  profile: P,
  skill: Skill | undefined,
  statement: Statement,
  today: Day,
): P | Fault {
  if (!skill) return badValue('skill', 'names no skill of the catalogue');
  if (skill.retired) return contradiction('skill', 'is no longer kept');
  const { level, on, note } = statement;
  if (level < LEAST_LEVEL || level > HIGHEST_LEVEL) {
    return badValue('level', `must be from ${LEAST_LEVEL} to ${HIGHEST_LEVEL}`);
  }
  if (on > today) return badValue('on', 'is in the future');
  if (note !== null && note.length > MAX_NOTE) return badValue('note', `has more than ${MAX_NOTE} characters`);
  return { ...profile, statements: [...profile.statements, statement] };
}

/** The statement that holds on a day: the one of the latest day, of those of one day the last one said. */
const holding = (statements: readonly Statement[], kind: StatementKind, day: Day): Statement | null =>
  statements.reduce<Statement | null>(
    (best, one) => (one.kind === kind && one.on <= day && (best === null || one.on >= best.on) ? one : best),
    null,
  );

/** The skills of a person on a day, in the order of codes; those of which nothing had been said by then are left out. */
export function skillsOn({ statements }: Pick<Profile, 'statements'>, day: Day): SkillOnDay[] {
  const bySkill = Map.groupBy(statements, ({ skill }) => skill);
  return [...bySkill]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([skill, some]) => ({
      skill,
      confirmed: holding(some, 'CONFIRMED', day),
      selfStated: holding(some, 'SELF', day),
    }))
    .filter(({ confirmed, selfStated }) => confirmed !== null || selfStated !== null);
}
