/** What one request reads of each kind, collected and read together: the number of calls does not grow with the rows. */
import { accessReports, reachesPerson, reachesUnit, type Viewer } from '@salesgraph/access';
import { loader } from '@salesgraph/service-kit';
import type { StoredCustomer } from './customers/customers.store.ts';
import type { Page, Parent } from './opportunities/opportunities.store.ts';
import type { StoredOpportunity } from './opportunities/opportunity-documents.store.ts';
import { type PipelineSums, pipelineOf } from './pipeline/pipeline.ts';
import type { SalesProcess } from './process/process.ts';
import type { Product } from './products/products.store.ts';
import type { Stores } from './stores.ts';

/** A part of the list of opportunities that belongs to one parent. */
interface ListKey {
  parent: Parent;
  id: string;
  open: boolean | null;
  page: Page;
}

/** What tells apart the lists that cannot be read in one call. */
const kindOf = ({ parent, open, page }: ListKey): string => JSON.stringify([parent, open, page.limit, page.after]);

/** Answers keys by kind: those of one kind are read together. */
async function byKind<V>(
  keys: readonly ListKey[],
  read: (first: ListKey, ids: string[]) => Promise<Map<string, V>>,
  absent: V,
): Promise<V[]> {
  const kinds = Map.groupBy(keys, kindOf);
  const answers = new Map<string, Map<string, V>>();
  await Promise.all(
    [...kinds].map(async ([kind, some]) => {
      answers.set(kind, await read(some[0]!, [...new Set(some.map(({ id }) => id))]));
    }),
  );
  return keys.map((key) => answers.get(kindOf(key))!.get(key.id) ?? absent);
}

const inOrder = <T>(keys: readonly string[], found: T[], keyOf: (one: T) => string): (T | null)[] => {
  const byKey = new Map(found.map((one) => [keyOf(one), one]));
  return keys.map((key) => byKey.get(key) ?? null);
};

/** The id of no customer. */
const NOBODY = '';

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(viewer: Viewer, stores: Stores) {
  let process: Promise<SalesProcess> | undefined;
  const salesProcess = () => {
    process ??= stores.processes.current();
    return process;
  };

  let currency: Promise<string> | undefined;

  const customer = loader<string, StoredCustomer | null>(async (ids) =>
    inOrder(ids, await stores.customers.byIds([...ids], await viewer.scope('customer.read')), ({ id }) => id),
  );

  /** What the people behind each id work on, in one read for all; null where nobody stands behind an id. */
  async function pipelines(ids: readonly string[], peopleOf: Map<string, Set<string>>) {
    const owners = new Set([...peopleOf.values()].flatMap((people) => [...people]));
    const [groups, stages] = await Promise.all([stores.pipeline.openGroups([...owners]), salesProcess()]);
    const byOwner = Map.groupBy(groups, ({ ownerId }) => ownerId);
    return ids.map((id) => {
      const people = peopleOf.get(id);
      return people
        ? pipelineOf(
            [...people].flatMap((owner) => byOwner.get(owner) ?? []),
            stages,
          )
        : null;
    });
  }

  return {
    salesProcess,

    /** The company's currency, read once a request. */
    currency: (): Promise<string> => {
      currency ??= stores.currency();
      return currency;
    },

    opportunity: loader<string, StoredOpportunity | null>(async (ids) =>
      inOrder(ids, await stores.opportunities.byIds([...ids], await viewer.scope('opportunity.read')), ({ id }) => id),
    ),

    customer,

    /** A customer that something may name: looked for even where nothing is named, so that hidden costs what absent costs. */
    customerIf: (id: string | null): Promise<StoredCustomer | null> => customer.load(id ?? NOBODY),

    /** The people whose customer it is, whoever asks. */
    customerPeople: loader<string, string[]>(async (ids) => {
      const found = await stores.customers.peopleOf({ _id: ids });
      return ids.map((id) => found.get(id) ?? []);
    }),

    /** Who reaches a record, and why. */
    accessReports: accessReports(stores.view, stores.today()),

    product: loader<string, Product | null>(async (ids) =>
      inOrder(ids, await stores.products.byIds([...ids]), ({ id }) => id),
    ),

    productByCode: loader<string, Product | null>(async (codes) =>
      inOrder(codes, await stores.products.byCodes([...codes]), ({ code }) => code),
    ),

    opportunities: loader<ListKey, StoredOpportunity[], string>(
      async (keys) => {
        const scope = await viewer.scope('opportunity.read');
        return byKind(
          keys,
          ({ parent, open, page }, ids) => stores.opportunities.pagesOf(parent, ids, open, scope, page),
          [],
        );
      },
      (key) => `${kindOf(key)} ${key.id}`,
    ),

    opportunityCount: loader<ListKey, number, string>(
      async (keys) => {
        const scope = await viewer.scope('opportunity.read');
        return byKind(keys, ({ parent, open }, ids) => stores.opportunities.countsOf(parent, ids, open, scope), 0);
      },
      (key) => `${kindOf(key)} ${key.id}`,
    ),

    /** The pipeline of a unit's subtree as of today; null when the unit does not exist or is out of scope. */
    pipeline: loader<string, PipelineSums | null>(async (unitIds) => {
      const scope = await viewer.scope('pipeline.read');
      const visible = unitIds.filter((id) => reachesUnit(scope, id));
      return pipelines(unitIds, await stores.view.peopleOfSubtrees(visible, stores.today()));
    }),

    /** The pipeline of what a person owns; null when out of scope. */
    personPipeline: loader<string, PipelineSums | null>(async (employeeIds) => {
      const scope = await viewer.scope('pipeline.read');
      const known = await stores.view.peopleByIds(employeeIds.filter((id) => reachesPerson(scope, id)));
      return pipelines(employeeIds, new Map([...known.keys()].map((id) => [id, new Set([id])])));
    }),
  };
}

/** What every resolver of this service is given beside its arguments. */
export interface CustomersContext {
  viewer: Viewer;
  loaders: Loaders;
}
