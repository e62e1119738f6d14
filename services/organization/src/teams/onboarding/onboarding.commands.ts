/** What is done to templates and checklists. A checklist is one document: its version is the fence. */
import { randomUUID } from 'node:crypto';
import { type Role, reachesPerson, type Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { badInput, badInputs, conflict, fail, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../../audit.ts';
import { answersFor, unitsOn } from '../answering.ts';
import { type Change, changed } from '../changing.ts';
import { isDuplicate } from '../documents.store.ts';
import type { TeamStores } from '../stores.ts';
import { beginning, begun, cancelled, marked, mayMark } from './checklists.ts';
import type { StoredChecklist, StoredTemplate } from './onboarding.store.ts';
import { currentOf, type Template, type TemplateStep, templateFaults } from './templates.ts';

export interface PublishTemplate extends Omit<Template, 'revision'> {
  idempotencyKey?: string | null;
}

const trimmed = (step: TemplateStep): TemplateStep => ({
  ...step,
  code: step.code.trim(),
  title: step.title.trim(),
  titleChinese: step.titleChinese.trim(),
});

/** Publishes the next revision of a role's template. @throws BAD_USER_INPUT naming every fault, CONFLICT */
export async function publishTemplate(
  input: PublishTemplate,
  viewer: Viewer,
  stores: TeamStores,
): Promise<StoredTemplate> {
  const request = requestOf('publishChecklistTemplate', viewer.subject, input);
  const answered = request && (await stores.templates.byRequest(request.key));
  if (answered && hasAnswered(answered, request)) return answered;
  const { role, name, nameChinese, steps } = input;
  const revision = (currentOf(await stores.templates.all()).get(role)?.revision ?? 0) + 1;
  const template = { role, revision, name: name.trim(), nameChinese: nameChinese.trim(), steps: steps.map(trimmed) };
  const faults = templateFaults(template);
  if (faults.length > 0) throw badInputs(faults);
  const id = idFromCode('clt', `${role} ${revision}`);
  const change = { action: 'checklist-template.publish', reason: null };
  try {
    return await stores.templates.insert(
      { id, ...template, ...unwritten, ...remembering(unwritten, change, request) },
      viewer.subject,
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const same = request && (await stores.templates.byRequest(request.key));
    if (same && hasAnswered(same, request)) return same;
    throw conflict('Somebody else published a revision for this role at the same moment.');
  }
}

export interface BeginChecklist {
  employeeId: string;
  role?: Role | null;
  startsOn?: Day | null;
  idempotencyKey?: string | null;
}

/** Writes a new checklist. @throws the driver's duplicate key error when one is open already */
export const writeBegun = (
  template: Template,
  who: { employeeId: string; unitId: string; startsOn: Day },
  actor: string,
  stores: TeamStores,
  request: Parameters<typeof remembering>[2] = null,
): Promise<StoredChecklist> => {
  const checklist = begun(template, { id: idFromCode('chk', randomUUID()), ...who });
  const memory = remembering(unwritten, { action: 'checklist.begin', reason: null }, request);
  return stores.checklists.insert({ ...checklist, ...unwritten, ...memory }, actor);
};

/**
 * Begins a checklist by hand.
 * @throws NOT_FOUND for a person whose checklists the caller does not reach, FORBIDDEN for the own one, BAD_USER_INPUT,
 * CONFLICT when one is open already
 */
export async function beginChecklist(
  input: BeginChecklist,
  viewer: Viewer,
  stores: TeamStores,
): Promise<StoredChecklist> {
  const request = requestOf('beginChecklist', viewer.subject, input);
  const today = stores.today();
  const [scope, [person], answered, published] = await Promise.all([
    viewer.require('checklist.write'),
    stores.people.byIds([input.employeeId]),
    request && stores.checklists.byRequest(request.key),
    stores.templates.all(),
  ]);
  if (answered && hasAnswered(answered, request)) return answered;
  const found = person && beginning(person, input.startsOn ?? null, today);
  const comesTo = found && found.startsOn > today ? [found.assignment.unitId] : [];
  const answers = person && (await answersFor(viewer, scope, person.id, [...unitsOn(person, today), ...comesTo]));
  if (!answers) {
    if (person && reachesPerson(scope, person.id)) throw fail('FORBIDDEN', 'Somebody else begins your checklist.');
    throw notFound('employee');
  }
  if (!found) throw badInput('startsOn', 'is no day on which the person has a main assignment');
  if (person.leftOn !== null && person.leftOn <= found.startsOn) {
    throw badInput('startsOn', `is not before ${person.leftOn}, when the person leaves`);
  }
  const template = currentOf(published).get(input.role ?? found.assignment.role);
  if (!template) throw badInput('role', 'has no template');
  const who = { employeeId: person.id, unitId: found.assignment.unitId, startsOn: found.startsOn };
  try {
    return await writeBegun(template, who, viewer.subject, stores, request);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const same = request && (await stores.checklists.byRequest(request.key));
    if (same && hasAnswered(same, request)) return same;
    throw conflict('A checklist of the person for this role is open already.', [
      { field: 'role', message: 'has an open checklist' },
    ]);
  }
}

/** What the caller reaches of one checklist, and whether the caller answers for its person. */
async function reached(id: string, viewer: Viewer, stores: TeamStores) {
  const today = stores.today();
  const scope = await viewer.require('checklist.write');
  const checklist = await stores.checklists.byId(id, { scope, today });
  if (!checklist) throw notFound('checklist');
  const [person] = await stores.people.byIds([checklist.employeeId]);
  const comesTo = checklist.startsOn > today && checklist.unitId !== null ? [checklist.unitId] : [];
  const unitIds = [...(person ? unitsOn(person, today) : []), ...comesTo];
  return { checklist, answers: await answersFor(viewer, scope, checklist.employeeId, unitIds) };
}

export interface MarkStep extends Change {
  id: string;
  step: string;
  done: boolean;
  note?: string | null;
}

/** Says that a step is done or not. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT */
export async function markStep(input: MarkStep, viewer: Viewer, stores: TeamStores): Promise<StoredChecklist> {
  const request = requestOf('markChecklistStep', viewer.subject, input);
  const { checklist, answers } = await reached(input.id, viewer, stores);
  const step = checklist.steps.find(({ code }) => code === input.step);
  if (step && !mayMark(step, answers)) throw fail('FORBIDDEN', 'Of the own checklist one marks the own steps only.');
  const mark = {
    done: input.done,
    by: viewer.subject,
    at: stores.clock.now().toISOString(),
    note: input.note?.trim() || null,
  };
  return changed(checklist, {
    what: 'checklist',
    request,
    expectedVersion: input.expectedVersion,
    change: { action: input.done ? 'checklist.do' : 'checklist.undo', reason: mark.note },
    next: (present) => marked(present, input.step, mark),
    save: (document) => stores.checklists.save(document, viewer.subject),
  });
}

export interface CancelChecklist extends Change {
  id: string;
  reason: string;
}

/** Gives a checklist up. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT */
export async function cancelChecklist(
  input: CancelChecklist,
  viewer: Viewer,
  stores: TeamStores,
): Promise<StoredChecklist> {
  const request = requestOf('cancelChecklist', viewer.subject, input);
  const { checklist, answers } = await reached(input.id, viewer, stores);
  if (!answers) throw fail('FORBIDDEN', 'Somebody else gives your checklist up.');
  return changed(checklist, {
    what: 'checklist',
    request,
    expectedVersion: input.expectedVersion,
    change: { action: 'checklist.cancel', reason: input.reason.trim() },
    next: (present) => cancelled(present, input.reason),
    save: (document) => stores.checklists.save(document, viewer.subject),
  });
}
