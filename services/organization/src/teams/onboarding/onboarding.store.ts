/** Reads and writes templates and checklists. Every read of checklists takes how far the caller reaches. */
import type { Scope } from '@salesgraph/access';
import type { Clock, Day } from '@salesgraph/calendar';
import type { Page } from '@salesgraph/service-kit';
import type { Connection, QueryFilter } from 'mongoose';
import type { Audited } from '../../audit.ts';
import { documentStore, part, type Stored } from '../documents.store.ts';
import { type Checklist, type ChecklistState, nextDue } from './checklists.ts';
import type { Template } from './templates.ts';

export type StoredTemplate = Template & { id: string } & Audited;
export type StoredChecklist = Checklist & Audited;

/** Who asks, and on which day: a scope reaches people of today, and of those yet to come the units they come to. */
export interface Within {
  scope: Scope;
  today: Day;
}

/** Which checklists are listed. */
export interface ChecklistFilter {
  /** Of these people, or of those who come to these units. */
  in?: { employeeIds: readonly string[]; unitIds: readonly string[] };
  state?: ChecklistState;
  /** Open, and something should have been done before this day. */
  overdueOn?: Day;
}

type Filter = QueryFilter<Stored<StoredChecklist>>;

const text = { type: String, default: null };
const steps = { code: String, phase: String, owner: String, title: String, titleChinese: String };

/** Checklists of some people, and of those who come to some units after today. */
const ofPeopleAndUnits = (employeeIds: readonly string[], unitIds: readonly string[], today: Day): Filter =>
  ({
    $or: [{ employeeId: { $in: employeeIds } }, { unitId: { $in: unitIds }, startsOn: { $gt: today } }],
  }) as Filter;

function within({ scope, today }: Within): Filter {
  if (scope.kind === 'COMPANY') return {};
  if (scope.kind === 'NONE') return { _id: { $in: [] } } as Filter;
  return ofPeopleAndUnits(scope.employeeIds, scope.unitIds, today);
}

export type TemplateStore = ReturnType<typeof templateStore>;

export function templateStore(connection: Connection, clock: Clock) {
  const documents = documentStore<StoredTemplate>(connection, clock, {
    name: 'ChecklistTemplate',
    collection: 'checklist_templates',
    type: 'organization.checklist-template.changed',
    fields: {
      role: String,
      revision: Number,
      name: String,
      nameChinese: String,
      steps: [part({ ...steps, due: Number, count: String })],
    },
    indexes: [[{ role: 1, revision: 1 }, { unique: true }]],
  });
  return {
    model: documents.model,
    insert: documents.insert,
    byRequest: documents.byRequest,
    /** Everything that was published, role by role, oldest first. */
    all: () => documents.find({}, { role: 1, revision: 1 }),
  };
}

export type ChecklistStore = ReturnType<typeof checklistStore>;

export function checklistStore(connection: Connection, clock: Clock) {
  const documents = documentStore<StoredChecklist>(connection, clock, {
    name: 'Checklist',
    collection: 'checklists',
    type: 'organization.checklist.changed',
    fields: {
      employeeId: String,
      unitId: text,
      role: String,
      revision: Number,
      startsOn: String,
      state: String,
      steps: [
        part({
          ...steps,
          dueOn: String,
          mark: { type: part({ done: Boolean, by: String, at: String, note: text }), default: null },
        }),
      ],
      cancelledFor: text,
    },
    indexes: [
      [{ employeeId: 1, startsOn: 1 }],
      [{ unitId: 1, startsOn: 1 }],
      [{ state: 1, nextDue: 1, _id: 1 }],
      // One open checklist a person and role.
      [{ slot: 1 }, { unique: true }],
    ],
    derived: {
      nextDue,
      slot: ({ state, employeeId, role, id }) => (state === 'OPEN' ? `${employeeId} ${role}` : id),
    },
  });

  const matching = (filter: ChecklistFilter, reach: Within): Filter => {
    const { state, overdueOn } = filter;
    const parts = [
      within(reach),
      ...(filter.in ? [ofPeopleAndUnits(filter.in.employeeIds, filter.in.unitIds, reach.today)] : []),
      ...(state ? [{ state }] : []),
      ...(overdueOn ? [{ state: 'OPEN', nextDue: { $ne: null, $lt: overdueOn } }] : []),
    ];
    return { $and: parts } as unknown as Filter;
  };

  return {
    model: documents.model,
    insert: documents.insert,
    save: documents.save,
    byRequest: documents.byRequest,

    byId: (id: string, reach: Within) => documents.findOne({ $and: [{ _id: id }, within(reach)] } as Filter),

    /** Everything of some people, by first day: to be shown to somebody. */
    ofPeople: (employeeIds: readonly string[], reach: Within) =>
      documents.find({ $and: [{ employeeId: { $in: [...employeeIds] } }, within(reach)] } as Filter, {
        startsOn: 1,
        _id: 1,
      }),

    /** Everything of some people, whoever asks: for rules, not to be shown. */
    known: (employeeIds: readonly string[]) => documents.find({ employeeId: { $in: [...employeeIds] } } as Filter),

    /** A page by first day, with one row more than asked for when there is a next one. */
    page: (filter: ChecklistFilter, reach: Within, { limit, after }: Page) => {
      const [startsOn, id] = after ?? [];
      const beyond = after && { $or: [{ startsOn: { $gt: startsOn } }, { startsOn, _id: { $gt: id } }] };
      const wanted = matching(filter, reach);
      return documents.page((beyond ? { $and: [wanted, beyond] } : wanted) as Filter, { startsOn: 1, _id: 1 }, limit);
    },

    count: (filter: ChecklistFilter, reach: Within) => documents.count(matching(filter, reach)),

    /** The open ones, some at a time, in the order of ids. */
    open: (afterId: string | null, limit: number) =>
      documents.page({ state: 'OPEN', ...(afterId && { _id: { $gt: afterId } }) } as Filter, { _id: 1 }, limit - 1),
  };
}
