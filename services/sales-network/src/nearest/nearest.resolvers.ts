import type { Day } from '@salesgraph/calendar';
import { badInputs, pageArgs } from '@salesgraph/service-kit';
import { badValue } from '../faults.ts';
import type { SalesNetworkContext } from '../loaders.ts';
import type { OutletStatus } from '../outlets/life-cycle.ts';
import { type OutletKind, pointFaults } from '../outlets/outlets.ts';
import type { Stores } from '../stores.ts';
import { nearest } from './nearest.ts';

interface NearestArgs {
  latitude: number;
  longitude: number;
  kind?: OutletKind | null;
  status: OutletStatus;
  withinMetres?: number | null;
  asOf?: Day | null;
  first?: number | null;
}

export const nearestResolvers = (stores: Stores) => ({
  Query: {
    nearestOutlets: async (_: unknown, args: NearestArgs, { viewer, loaders }: SalesNetworkContext) => {
      const { latitude, longitude, kind, status, withinMetres } = args;
      const place = { latitude, longitude };
      const faults = pointFaults(place);
      if (typeof withinMetres === 'number' && !(withinMetres > 0))
        faults.push(badValue('withinMetres', 'must be above 0'));
      if (faults.length > 0) throw badInputs(faults);
      const { limit } = pageArgs({ first: args.first });
      const day = args.asOf ?? stores.today();
      const source = stores.outlets.placed({ day, kind: kind ?? undefined, status }, await viewer.scope('outlet.read'));
      const found = await nearest(source, place, limit, withinMetres ?? undefined);
      return Promise.all(
        found.map(async ({ distanceMetres, found: { id } }) => {
          const outlet = await loaders.outlet.load(id);
          return { distanceMetres, outlet: outlet && { outlet, day } };
        }),
      );
    },
  },
});
