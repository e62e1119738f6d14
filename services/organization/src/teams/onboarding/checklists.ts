/** The checklist of one person who takes up a role: steps with due days, who did them, and what is late. Pure rules. */
import type { Role } from '@salesgraph/access';
import { addBusinessDays, addDays, type BusinessCalendar, type Day } from '@salesgraph/calendar';
import { badValue, contradiction, type Fault, reasonFaults, unknown } from '../../faults.ts';
import { type Assignment, arranged, type Person, primaryOn } from '../../people/assignments.ts';
import type { Template, TemplateStep } from './templates.ts';

export const CHECKLIST_STATES = ['OPEN', 'DONE', 'CANCELLED'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

/** Every move there is, and what makes it; `docs/teams.md` is drawn from this table. */
export const CHECKLIST_MOVES: readonly { from: ChecklistState; to: ChecklistState; by: string }[] = [
  { from: 'OPEN', to: 'DONE', by: 'the last open step is done' },
  { from: 'DONE', to: 'OPEN', by: 'a step is undone' },
  { from: 'OPEN', to: 'CANCELLED', by: 'cancelChecklist, or the person leaves' },
];

/** That a step was done, or was undone again. */
export interface Mark {
  done: boolean;
  /** Who says so: the code of a person, or an account. */
  by: string;
  /** An instant of ISO 8601. */
  at: string;
  note: string | null;
}

export interface Step extends Omit<TemplateStep, 'due' | 'count'> {
  dueOn: Day;
  /** The last one; earlier ones are in the event log. */
  mark: Mark | null;
}

export interface Checklist {
  id: string;
  employeeId: string;
  /** The unit in which the person takes up the role. */
  unitId: string | null;
  role: Role;
  /** Of the template. */
  revision: number;
  /** The first day in the role. */
  startsOn: Day;
  state: ChecklistState;
  /** In the order of their due days. */
  steps: Step[];
  /** Why it was cancelled. */
  cancelledFor: string | null;
}

/** Who may mark which steps: who answers for the person every step, the person itself its own ones. */
export const mayMark = (step: Pick<Step, 'owner'>, answers: boolean): boolean => answers || step.owner === 'EMPLOYEE';

/**
 * The main assignment with which somebody begins: the one of the first day, or where none is given the one of today or the
 * next one to come.
 * @returns null when there is none
 */
export function beginning(
  person: Pick<Person, 'assignments'>,
  startsOn: Day | null,
  today: Day,
): { assignment: Assignment; startsOn: Day } | null {
  if (startsOn !== null) {
    const assignment = primaryOn(person, startsOn);
    return assignment && { assignment, startsOn };
  }
  const present = primaryOn(person, today);
  if (present) return { assignment: present, startsOn: today };
  const next = arranged(person.assignments).find(({ primary, from }) => primary && from > today);
  return next ? { assignment: next, startsOn: next.from } : null;
}

const MAX_NOTE = 1_000;
const isDone = ({ mark }: Step): boolean => mark?.done ?? false;

/** The day a step of a template is due for somebody who begins on a day. */
export const dueDay = (
  { due, count }: Pick<TemplateStep, 'due' | 'count'>,
  startsOn: Day,
  calendar?: BusinessCalendar,
): Day => (count === 'DAYS' ? addDays(startsOn, due) : addBusinessDays(startsOn, due, calendar));

/** A new checklist by a template. */
export function begun(
  { role, revision, steps }: Template,
  who: Pick<Checklist, 'id' | 'employeeId' | 'unitId' | 'startsOn'>,
  calendar?: BusinessCalendar,
): Checklist {
  const dated = steps.map(({ due, count, ...step }) => ({
    ...step,
    dueOn: dueDay({ due, count }, who.startsOn, calendar),
    mark: null,
  }));
  // Stable: steps that are due on the same day stay in the order of the template.
  dated.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return { ...who, role, revision, state: 'OPEN', steps: dated, cancelledFor: null };
}

/** The checklist with a step done or undone; the same mark again changes who, when and the note. */
export function marked<C extends Checklist>(checklist: C, code: string, mark: Mark): C | Fault {
  if (checklist.state === 'CANCELLED') return contradiction('id', 'is cancelled');
  const step = checklist.steps.find((one) => one.code === code);
  if (!step) return unknown('step', 'names no step of the checklist');
  if (mark.note !== null && mark.note.length > MAX_NOTE) {
    return badValue('note', `has more than ${MAX_NOTE} characters`);
  }
  if (!mark.done && !isDone(step)) return contradiction('step', 'is not done');
  const steps = checklist.steps.map((one) => (one === step ? { ...one, mark } : one));
  return { ...checklist, steps, state: steps.every(isDone) ? 'DONE' : 'OPEN' };
}

/** The checklist, given up for a reason. */
export function cancelled<C extends Checklist>(checklist: C, reason: string): C | Fault {
  if (checklist.state !== 'OPEN') return contradiction('id', `is ${checklist.state.toLowerCase()}`);
  const [fault] = reasonFaults(reason, { required: true });
  return fault ?? { ...checklist, state: 'CANCELLED', cancelledFor: reason.trim() };
}

/** The steps that should have been done before a day; none of what is no longer open. */
export const overdueSteps = ({ state, steps }: Pick<Checklist, 'state' | 'steps'>, today: Day): Step[] =>
  state === 'OPEN' ? steps.filter((step) => !isDone(step) && step.dueOn < today) : [];

/** The first day on which something is due; null when nothing is left to do. */
export const nextDue = ({ state, steps }: Pick<Checklist, 'state' | 'steps'>): Day | null =>
  state === 'OPEN' ? (steps.find((step) => !isDone(step))?.dueOn ?? null) : null;

/** How far a checklist is. */
export const progressOf = (checklist: Pick<Checklist, 'state' | 'steps'>, today: Day) => ({
  total: checklist.steps.length,
  done: checklist.steps.filter(isDone).length,
  overdue: overdueSteps(checklist, today).length,
});

/** How long ago somebody may have taken up a role for its checklist still to begin by itself. */
const TAKEN_UP_DAYS = 31;

/** The first day of what counts as taken up lately. */
export const takenUpSince = (today: Day): Day => addDays(today, -TAKEN_UP_DAYS);

/**
 * The roles that a person takes up by a change that somebody made, at most 31 days ago or in time to come: what an import
 * tells was done by others, and who had the role before needs no onboarding for it.
 */
export function rolesTakenUp(
  assignments: readonly Assignment[],
  roles: ReadonlySet<Role>,
  today: Day,
): Pick<Assignment, 'role' | 'unitId' | 'from'>[] {
  const first = new Map<Role, Assignment>();
  for (const one of assignments.filter(({ primary }) => primary)) {
    const known = first.get(one.role);
    if (!known || one.from < known.from) first.set(one.role, one);
  }
  const since = takenUpSince(today);
  return [...first.values()]
    .filter(({ role, from, by }) => roles.has(role) && from >= since && by !== null)
    .map(({ role, unitId, from }) => ({ role, unitId, from }));
}

/** Whether a role that somebody takes up on a day has had its checklist. */
export const hasBegun = (checklists: readonly Checklist[], role: Role, from: Day): boolean =>
  checklists.some((one) => one.role === role && (one.state !== 'CANCELLED' || one.startsOn >= from));
