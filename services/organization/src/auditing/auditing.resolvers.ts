import { type DomainEvent, eventContracts, type TrailPage } from '@salesgraph/events';
import { badInput, type PageArgs, pageArgs, pageOfArray, toConnection } from '@salesgraph/service-kit';
import type { CorrectionOf } from '../audit.ts';
import type { PersonOnDay, UnitOnDay } from '../directory.ts';
import type { Stores } from '../stores.ts';
import type { AuditContext } from './auditing.loaders.ts';
import { actionOf, changesOf, isCorrection, kindOf, reasonOf } from './auditing.ts';

interface TrailArgs extends PageArgs {
  subject?: string | null;
  actor?: string | null;
  types?: string[] | null;
  action?: string | null;
  from?: Date | null;
  to?: Date | null;
}

/** The types of events that this service tells, by the kind of thing they tell of. */
const TYPES = new Map(
  Object.keys(eventContracts)
    .filter((type) => type.startsWith('organization.'))
    .map((type) => [kindOf(type), type]),
);

const cursorOf = ({ at, id }: DomainEvent): string[] => [at.toISOString(), id];

/** @throws BAD_USER_INPUT when `first` is below 1 or `after` is no cursor of a trail */
function trailPageOf(args: PageArgs): TrailPage {
  const { limit, after } = pageArgs(args);
  if (after === null) return { limit, after };
  const [at, id] = [new Date(after[0]!), after[1]];
  if (id === undefined || Number.isNaN(at.getTime())) throw badInput('after', 'is no cursor of this list');
  return { limit, after: { at, id } };
}

/** A page of events, whose number is counted only when it is asked for. */
function trailOf(events: DomainEvent[], { limit, after }: TrailPage, totalCount: () => Promise<number>) {
  const seen = after && [after.id];
  return { ...toConnection(events, { limit, cursorOf, totalCount: 0, after: seen }), totalCount };
}

async function shortcut(subject: string, args: PageArgs, { loaders }: AuditContext) {
  const page = trailPageOf(args);
  const events = await loaders.trailPage.load({ subject, ...page });
  return trailOf(events, page, () => loaders.trailCount.load(subject));
}

export const auditResolvers = (stores: Stores) => ({
  Query: {
    auditTrail: async (_: unknown, { subject, actor, types, action, from, to, ...args }: TrailArgs) => {
      const page = trailPageOf(args);
      const unknownType = types?.find((type) => !TYPES.has(type));
      if (unknownType !== undefined) throw badInput('types', `must be among ${[...TYPES.keys()].sort().join(', ')}`);
      if (from && to && to <= from) throw badInput('to', 'must be after from');
      const filter = {
        aggregateId: subject ?? undefined,
        actor: actor ?? undefined,
        types: types?.map((type) => TYPES.get(type)!),
        action: action ?? undefined,
        from: from ?? undefined,
        to: to ?? undefined,
      };
      return trailOf(await stores.trail.page(filter, page), page, () => stores.trail.count(filter));
    },
  },
  Employee: {
    audit: ({ person }: PersonOnDay, args: PageArgs, context: AuditContext) => shortcut(person.id, args, context),
  },
  OrgUnit: {
    audit: ({ unit }: UnitOnDay, args: PageArgs, context: AuditContext) => shortcut(unit.id, args, context),
  },
  Correction: {
    entry: ({ subject, version }: CorrectionOf, _: unknown, { loaders }: AuditContext) =>
      loaders.event.load(`${subject}-${version}`),
  },
  AuditEntry: {
    actorEmployee: async ({ actor }: DomainEvent, _: unknown, { loaders }: AuditContext) => {
      const person = await loaders.personByCode.load(actor);
      return person && { person, day: stores.today() };
    },
    type: ({ type }: DomainEvent) => kindOf(type),
    subject: ({ aggregateId }: DomainEvent) => aggregateId,
    employee: async ({ type, aggregateId }: DomainEvent, _: unknown, { loaders }: AuditContext) => {
      const person = kindOf(type) === 'employee' ? await loaders.person.load(aggregateId) : null;
      return person && { person, day: stores.today() };
    },
    unit: async ({ type, aggregateId }: DomainEvent, _: unknown, { loaders }: AuditContext) => {
      const unit = kindOf(type) === 'unit' ? (await loaders.units()).get(aggregateId) : undefined;
      return unit ? { unit, day: stores.today() } : null;
    },
    version: ({ seq }: DomainEvent) => seq,
    action: actionOf,
    reason: reasonOf,
    correction: isCorrection,
    changes: async (event: DomainEvent, page: PageArgs, { loaders }: AuditContext) => {
      const changes = changesOf(event, await loaders.eventBefore.load(event));
      return pageOfArray(
        changes.map((change, place) => ({ ...change, place })),
        page,
        ({ place }) => [String(place)],
        'UPWARDS',
      );
    },
  },
});
