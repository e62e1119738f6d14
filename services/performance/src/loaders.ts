/** What one request reads of each kind, collected and read together: the number of calls does not grow with the rows. */
import { reachesPerson, type Viewer } from '@salesgraph/access';
import type { Month } from '@salesgraph/calendar';
import type { Person } from '@salesgraph/organization-model';
import { fail, loader } from '@salesgraph/service-kit';
import { createPeriodLoaders } from './periods/periods.loaders.ts';
import { createScoreLoaders } from './scorecards/scorecards.loaders.ts';
import type { Stores } from './stores.ts';
import type { Target } from './targets/targets.ts';

/** What every resolver of this service is given beside its arguments. */
export interface PerformanceContext {
  viewer: Viewer;
  loaders: Loaders;
}

/** A subject in a month. */
interface SubjectMonth {
  id: string;
  month: Month;
}

const MOST_TARGETS = 100;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(viewer: Viewer, stores: Stores) {
  const keyOf = ({ id, month }: SubjectMonth) => `${month} ${id}`;

  return {
    ...createScoreLoaders(viewer, stores),
    ...createPeriodLoaders(viewer, stores),

    /** A deal as a reference; null when hidden: who sees a figure does not see every deal that it rests on. */
    deal: loader<string, { id: string } | null>(async (ids) => {
      const scope = await viewer.scope('opportunity.read');
      if (scope.kind === 'COMPANY') return ids.map((id) => ({ id }));
      const people = await stores.facts.peopleOf(ids);
      return ids.map((id) => (people.get(id)?.some((one) => reachesPerson(scope, one)) ? { id } : null));
    }),

    /** A person as performance knows the organization. */
    person: loader<string, Person | null>(async (ids) => {
      const found = await stores.view.peopleByIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),

    target: loader<string, Target | null>(async (ids) => {
      const found = await stores.targets.byIds(ids, await viewer.scope('target.read'));
      const byId = new Map(found.map((target) => [target.id, target]));
      return ids.map((id) => byId.get(id) ?? null);
    }),

    /** The targets of a person or a unit in a month, in the order of the metrics. */
    targetsOf: loader<SubjectMonth, Target[], string>(async (keys) => {
      const months = [...new Set(keys.map(({ month }) => month))];
      const ids = [...new Set(keys.map(({ id }) => id))];
      const found = await stores.targets.ofSubjects(ids, months, await viewer.scope('target.read'));
      const grouped = Map.groupBy(found, ({ subjectId, month }) => keyOf({ id: subjectId, month }));
      return keys.map((key) => {
        const targets = grouped.get(keyOf(key)) ?? [];
        if (targets.length > MOST_TARGETS) return fail('TOO_MANY', `There are more than ${MOST_TARGETS} targets.`);
        return targets.toSorted((a, b) => (a.metric < b.metric ? -1 : 1));
      });
    }, keyOf),
  };
}
