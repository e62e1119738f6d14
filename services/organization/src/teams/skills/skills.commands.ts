/** What is done to the catalogue of skills and to what is said of people. */
import { reachesPerson, type Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { conflict, fail, idFromCode, notFound, requestOf } from '@salesgraph/service-kit';
import { hasAnswered, remembering, unwritten } from '../../audit.ts';
import { refusal } from '../../faults.ts';
import { answersFor, unitsOn } from '../answering.ts';
import { type Change, changed, checkVersion, isFault } from '../changing.ts';
import { isDuplicate } from '../documents.store.ts';
import type { TeamStores } from '../stores.ts';
import { skillId } from './default-skills.ts';
import type { StoredProfile, StoredSkill } from './skills.store.ts';
import { catalogueOf, MAX_SKILLS, MAX_STATEMENTS, type StatementKind, skillFaults, stated } from './skills.ts';

const overtaken = () => conflict('It was changed by somebody else meanwhile; read it again.');

export interface DefineSkill extends Change {
  code: string;
  name: string;
  nameChinese: string;
  retired: boolean;
}

/** Adds a skill to the catalogue, or says anew what it is called. @throws BAD_USER_INPUT, CONFLICT, TOO_MANY */
export async function defineSkill(input: DefineSkill, viewer: Viewer, stores: TeamStores): Promise<StoredSkill> {
  const request = requestOf('defineSkill', viewer.subject, input);
  const all = await stores.skills.all();
  const { code, name, nameChinese, retired } = input;
  const skill = { id: skillId(code), code, name: name.trim(), nameChinese: nameChinese.trim(), retired };
  const faults = skillFaults(skill);
  if (faults.length > 0) throw refusal(faults);
  const present = all.find((one) => one.code === code);
  const change = { action: 'skill.define', reason: null };
  const { expectedVersion } = input;
  if (present) {
    return changed(present, {
      ...{ what: 'skill', request, expectedVersion, change },
      next: (before) => ({ ...before, ...skill }),
      save: (document) => stores.skills.save(document, viewer.subject),
    });
  }
  checkVersion({ version: 0 }, expectedVersion, 'skill');
  const catalogue = catalogueOf(all);
  if (catalogue.length >= MAX_SKILLS && !catalogue.some((one) => one.code === code)) {
    throw fail('TOO_MANY', `The catalogue holds ${MAX_SKILLS} skills at most.`);
  }
  try {
    const memory = remembering(unwritten, change, request);
    return await stores.skills.insert({ ...skill, ...unwritten, ...memory }, viewer.subject);
  } catch (error) {
    throw isDuplicate(error) ? overtaken() : error;
  }
}

export interface StateSkill extends Change {
  employeeId: string;
  skill: string;
  level: number;
  on?: Day | null;
  note?: string | null;
}

/** Which statements somebody may make of a person: of oneself, or confirming as who answers for the person. */
async function mayState(kind: StatementKind, employeeId: string, viewer: Viewer, stores: TeamStores): Promise<void> {
  const scope = await viewer.require('skill.write');
  const [self, [person]] = await Promise.all([viewer.employee(), stores.people.byIds([employeeId])]);
  if (!person || !reachesPerson(scope, employeeId)) throw notFound('employee');
  const isOwn = self?.id === employeeId;
  if (kind === 'SELF' && !isOwn) throw fail('FORBIDDEN', 'One states only the own skills.');
  if (kind === 'CONFIRMED' && !(await answersFor(viewer, scope, employeeId, unitsOn(person, stores.today())))) {
    throw fail('FORBIDDEN', 'Only who answers for somebody confirms their skills.');
  }
}

/** A statement about a skill of a person, by the person or by who answers for the person. */
const stating =
  (kind: StatementKind, name: string) =>
  async (input: StateSkill, viewer: Viewer, stores: TeamStores): Promise<StoredProfile> => {
    const request = requestOf(name, viewer.subject, input);
    await mayState(kind, input.employeeId, viewer, stores);
    const [catalogue, [present]] = await Promise.all([stores.skills.all(), stores.profiles.known([input.employeeId])]);
    const today = stores.today();
    const { skill: code, level, expectedVersion } = input;
    const said = {
      ...{ skill: code, level, kind, on: input.on ?? today, by: viewer.subject },
      ...{ at: stores.clock.now().toISOString(), note: input.note?.trim() || null },
    };
    const skill = catalogueOf(catalogue).find((one) => one.code === code);
    const change = { action: kind === 'SELF' ? 'skill.state' : 'skill.confirm', reason: said.note };
    if (present && present.statements.length >= MAX_STATEMENTS && !hasAnswered(present, request)) {
      throw fail('TOO_MANY', `The record of a person holds ${MAX_STATEMENTS} statements at most.`);
    }
    if (present) {
      return changed(present, {
        ...{ what: 'record of skills', request, expectedVersion, change },
        next: (profile) => stated(profile, skill, said, today),
        save: (document) => stores.profiles.save(document, viewer.subject),
      });
    }
    checkVersion({ version: 0 }, expectedVersion, 'record of skills');
    const id = idFromCode('skp', input.employeeId);
    const first = stated({ id, employeeId: input.employeeId, statements: [], ...unwritten }, skill, said, today);
    if (isFault(first)) throw refusal([first]);
    try {
      return await stores.profiles.insert({ ...first, ...remembering(unwritten, change, request) }, viewer.subject);
    } catch (error) {
      throw isDuplicate(error) ? overtaken() : error;
    }
  };

/** What somebody says of the own skill. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT, TOO_MANY */
export const stateSkill = stating('SELF', 'stateSkill');

/** What whoever answers for a person confirms. @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, CONFLICT, TOO_MANY */
export const confirmSkill = stating('CONFIRMED', 'confirmSkill');
