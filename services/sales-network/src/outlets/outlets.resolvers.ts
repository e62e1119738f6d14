import type { Viewer } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { exactlyOne, type Page, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { SalesNetworkContext } from '../loaders.ts';
import type { Stores } from '../stores.ts';
import { type OutletStatus, recordNear, recordOn } from './life-cycle.ts';
import * as commands from './outlets.commands.ts';
import type { OutletFilter } from './outlets.store.ts';
import type { OutletKind, StoredOutlet } from './outlets.ts';

/** An outlet as of a day: what a resolver below is given. */
export interface OutletOnDay {
  outlet: StoredOutlet;
  day: Day;
}

interface ListArgs extends PageArgs {
  kind?: OutletKind | null;
  status?: OutletStatus | null;
}

/** A mutation: its input goes to one command, and what was read before is read anew. */
const command =
  <Input>(run: (input: Input, viewer: Viewer, stores: Stores) => Promise<StoredOutlet>, stores: Stores) =>
  async (_: unknown, { input }: { input: Input }, { viewer, loaders }: SalesNetworkContext): Promise<OutletOnDay> => {
    const outlet = await run(input, viewer, stores);
    loaders.forget();
    return { outlet, day: stores.today() };
  };

/** A page of outlets as of a day; the total is counted only when it is asked for. */
function connection(outlets: StoredOutlet[], day: Day, { limit, after }: Page, totalCount: () => Promise<number>) {
  const rows = outlets.map((outlet): OutletOnDay => ({ outlet, day }));
  return {
    ...toConnection(rows, { limit, cursorOf: ({ outlet }) => [outlet.code], totalCount: 0, after }),
    totalCount,
  };
}

export const outletResolvers = (stores: Stores) => ({
  Query: {
    outlet: async (
      _: unknown,
      { asOf, ...args }: { id?: string | null; code?: string | null; asOf?: Day | null },
      { viewer, loaders }: SalesNetworkContext,
    ) => {
      const by = exactlyOne(args);
      const day = asOf ?? stores.today();
      const outlet =
        by.id !== undefined
          ? await loaders.outlet.load(by.id)
          : ((await stores.outlets.byCodes([by.code], await viewer.scope('outlet.read')))[0] ?? null);
      return outlet && recordOn(outlet.records, day) ? { outlet, day } : null;
    },
    outlets: async (
      _: unknown,
      { unit, kind, status, asOf, ...args }: ListArgs & { unit?: string | null; asOf?: Day | null },
      { viewer }: SalesNetworkContext,
    ) => {
      const page = pageArgs(args);
      const day = asOf ?? stores.today();
      const filter: OutletFilter = { day, kind: kind ?? undefined, status: status ?? undefined };
      if (unit) filter.unitIds = [...(await stores.view.units()).subtree(unit, day)];
      const scope = await viewer.scope('outlet.read');
      const outlets = await stores.outlets.page(filter, scope, page);
      return connection(outlets, day, page, () => stores.outlets.count(filter, scope));
    },
  },
  Mutation: {
    planOutlet: command(commands.planOutlet, stores),
    changeOutletStatus: command(commands.changeOutletStatus, stores),
    updateOutlet: command(commands.updateOutlet, stores),
  },
  Outlet: {
    __resolveReference: async ({ id }: { id: string }, { loaders }: SalesNetworkContext) => {
      const outlet = await loaders.outlet.load(id);
      return outlet && { outlet, day: stores.today() };
    },
    id: ({ outlet }: OutletOnDay) => outlet.id,
    code: ({ outlet }: OutletOnDay) => outlet.code,
    name: ({ outlet }: OutletOnDay) => outlet.name,
    kinds: ({ outlet }: OutletOnDay) => outlet.kinds,
    status: ({ outlet, day }: OutletOnDay) => recordNear(outlet.records, day).status,
    unit: ({ outlet }: OutletOnDay) => ({ id: outlet.unitId }),
    address: ({ outlet }: OutletOnDay) => outlet.address,
    latitude: ({ outlet }: OutletOnDay) => outlet.point?.latitude ?? null,
    longitude: ({ outlet }: OutletOnDay) => outlet.point?.longitude ?? null,
    capacity: ({ outlet }: OutletOnDay) => outlet.capacity,
    history: ({ outlet }: OutletOnDay) => outlet.records,
    version: ({ outlet }: OutletOnDay) => outlet.version,
  },
  OrgUnit: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    outlets: async ({ id }: { id: string }, { kind, status, ...args }: ListArgs, { loaders }: SalesNetworkContext) => {
      const page = pageArgs(args);
      const key = { unitId: id, kind: kind ?? undefined, status: status ?? undefined };
      const outlets = await loaders.unitPage.load({ ...key, ...page });
      const count = () => loaders.unitCount.load({ ...key, limit: 0, after: null });
      return connection(outlets, stores.today(), page, count);
    },
  },
});
