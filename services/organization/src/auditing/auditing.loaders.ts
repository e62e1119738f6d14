/** What one request reads of the audit trail, collected: the number of calls does not grow with the entries. */
import type { DomainEvent, TrailPage } from '@salesgraph/events';
import { loader } from '@salesgraph/service-kit';
import type { Directory, OrganizationContext } from '../directory.ts';
import type { Stores } from '../stores.ts';

interface TrailKey extends TrailPage {
  subject: string;
}

export type AuditLoaders = ReturnType<typeof createAuditLoaders>;

export interface AuditContext extends OrganizationContext {
  loaders: Directory & AuditLoaders;
}

const pageOf = ({ limit, after }: TrailPage) => JSON.stringify([limit, after]);

export function createAuditLoaders(stores: Stores, directory: Directory) {
  /** The event before another one, of the same thing. */
  const eventBefore = loader<DomainEvent, DomainEvent | null, string>(
    async (events) => {
      const found = await stores.trail.before(events);
      return events.map(({ id }) => found.get(id) ?? null);
    },
    ({ id }) => id,
  );

  /** One event by its id; null while it is not in the log. */
  const event = loader<string, DomainEvent | null>(async (ids) => {
    const found = await stores.trail.byIds(ids);
    return ids.map((id) => found.get(id) ?? null);
  });

  /** A page of the trail of one thing. */
  const trailPage = loader<TrailKey, DomainEvent[], string>(
    async (keys) => {
      const pages = new Map<string, Map<string, DomainEvent[]>>();
      await Promise.all(
        [...Map.groupBy(keys, pageOf)].map(async ([page, some]) => {
          const subjects = some.map(({ subject }) => subject);
          pages.set(page, await stores.trail.pagesOf(subjects, some[0]!));
        }),
      );
      return keys.map((key) => pages.get(pageOf(key))!.get(key.subject) ?? []);
    },
    (key) => `${key.subject} ${pageOf(key)}`,
  );

  const trailCount = loader<string, number>(async (subjects) => {
    const counts = await stores.trail.countsOf(subjects);
    return subjects.map((subject) => counts.get(subject) ?? 0);
  });

  directory.forgetsToo(event, trailPage, trailCount);
  return { event, eventBefore, trailPage, trailCount };
}
