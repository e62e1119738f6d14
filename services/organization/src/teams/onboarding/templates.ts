/** Templates of checklists: what is to be done before and after somebody takes up a role. Pure rules over plain data. */
import type { Role } from '@salesgraph/access';
import { badValue, type Fault, textFaults } from '../../faults.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';

/** Selection comes before the first day, onboarding from it on. */
export const STEP_PHASES = ['SELECTION', 'ONBOARDING'] as const;
export type StepPhase = (typeof STEP_PHASES)[number];

/** Who sees to a step. */
export const STEP_OWNERS = ['LEADER', 'EMPLOYEE', 'TEAM_DEVELOPER'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

/** How the days until a step is due are counted. */
export const DAY_COUNTS = ['DAYS', 'BUSINESS_DAYS'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

export interface TemplateStep {
  /** Unique in its template. */
  code: string;
  phase: StepPhase;
  owner: StepOwner;
  title: string;
  titleChinese: string;
  /** When it is due, counted from the first day in the role: negative before it, 0 on it. */
  due: number;
  count: DayCount;
}

export interface Template {
  role: Role;
  /** Counted from 1 for each role; what was published is never changed. */
  revision: number;
  name: string;
  nameChinese: string;
  steps: TemplateStep[];
}

/** How many steps a template may have. */
export const MAX_STEPS = 50;
/** How far a step may lie from the first day. */
export const MAX_DAYS = 730;
const MAX_TEXT = 200;
const MAX_CODE = 50;

/** What is wrong with a step taken alone; fields are those of the step. */
function stepFaults({ code, phase, title, titleChinese, due }: TemplateStep): Fault[] {
  const faults = [
    ...textFaults('code', code, MAX_CODE),
    ...textFaults('title', title, MAX_TEXT),
    ...textFaults('titleChinese', titleChinese, MAX_TEXT),
  ];
  if (Math.abs(due) > MAX_DAYS) faults.push(badValue('due', `is more than ${MAX_DAYS} days away`));
  if (phase === 'SELECTION' && due > 0) faults.push(badValue('due', 'of a selection step is after the first day'));
  if (phase === 'ONBOARDING' && due < 0) faults.push(badValue('due', 'of an onboarding step is before the first day'));
  return faults;
}

/** What is wrong with a template. */
export function templateFaults({ name, nameChinese, steps }: Template): Fault[] {
  const faults = [...textFaults('name', name, MAX_TEXT), ...textFaults('nameChinese', nameChinese, MAX_TEXT)];
  if (steps.length === 0) faults.push(badValue('steps', 'must not be empty'));
  if (steps.length > MAX_STEPS) return [...faults, badValue('steps', `has more than ${MAX_STEPS}`)];
  const seen = new Set<string>();
  for (const [place, step] of steps.entries()) {
    faults.push(...stepFaults(step).map((fault) => ({ ...fault, field: `steps.${place}.${fault.field}` })));
    if (seen.has(step.code)) faults.push(badValue(`steps.${place}.code`, 'is the code of another step'));
    seen.add(step.code);
  }
  return faults;
}

/** Every revision there is, role by role, oldest first: those a company begins with are revision 1 of their roles. */
export function revisionsOf<T extends Template>(published: readonly T[]): (T | Template)[] {
  const taken = new Set(published.map(({ role, revision }) => `${role} ${revision}`));
  const defaults = DEFAULT_TEMPLATES.filter(({ role, revision }) => !taken.has(`${role} ${revision}`));
  return [...defaults, ...published].sort((a, b) =>
    a.role === b.role ? a.revision - b.revision : a.role < b.role ? -1 : 1,
  );
}

/** The latest revision of each role. */
export const currentOf = <T extends Template>(published: readonly T[]): Map<Role, T | Template> =>
  new Map(revisionsOf(published).map((template) => [template.role, template]));
