/** Reads and writes the catalogue of skills and what was said of people. Reads of people take how far the caller reaches. */
import type { Scope } from '@salesgraph/access';
import type { Clock } from '@salesgraph/calendar';
import type { Connection, QueryFilter } from 'mongoose';
import type { Audited } from '../../audit.ts';
import { documentStore, part, type Stored } from '../documents.store.ts';
import type { Profile, Skill } from './skills.ts';

export type StoredSkill = Skill & Audited;
export type StoredProfile = Profile & Audited;
/** Beyond so many people it costs less to read every record than to look people up in the index. */
const MOST_LOOKED_UP = 1_000;

type Filter = QueryFilter<Stored<StoredProfile>>;

export function skillStore(connection: Connection, clock: Clock) {
  const { model, insert, save, find } = documentStore<StoredSkill>(connection, clock, {
    name: 'Skill',
    collection: 'skills',
    type: 'organization.skill.changed',
    fields: { code: String, name: String, nameChinese: String, retired: Boolean },
    indexes: [[{ code: 1 }, { unique: true }]],
  });
  return { model, insert, save, all: () => find({}, { code: 1 }) };
}

/** Which people's records a scope reaches. */
function within(scope: Scope): Filter {
  if (scope.kind === 'COMPANY') return {};
  return { employeeId: { $in: scope.kind === 'NONE' ? [] : scope.employeeIds } } as Filter;
}

export function profileStore(connection: Connection, clock: Clock) {
  const documents = documentStore<StoredProfile>(connection, clock, {
    name: 'SkillProfile',
    collection: 'skill_profiles',
    type: 'organization.skill-profile.changed',
    fields: {
      employeeId: String,
      statements: [
        part({
          ...{ skill: String, level: Number, kind: String, on: String, by: String, at: String },
          note: { type: String, default: null },
        }),
      ],
    },
    indexes: [[{ employeeId: 1 }, { unique: true }]],
  });
  return {
    model: documents.model,
    insert: documents.insert,
    save: documents.save,
    /** Of some people, as far as the caller reaches. */
    ofPeople: (employeeIds: readonly string[], scope: Scope) =>
      documents.find({ $and: [{ employeeId: { $in: [...employeeIds] } }, within(scope)] } as Filter),
    /** Of some people (and of others, when those are many), whoever asks: for sums over teams, and for rules. */
    known: (employeeIds: readonly string[]) =>
      documents.find((employeeIds.length <= MOST_LOOKED_UP ? { employeeId: { $in: [...employeeIds] } } : {}) as Filter),
  };
}
