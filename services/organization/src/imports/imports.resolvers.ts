import type { OrganizationContext } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { importEmployees, type Judging } from './people.import.ts';
import type { EmployeeRow } from './people-rows.ts';
import type { OrgUnitRow } from './unit-rows.ts';
import { importOrgUnits } from './units.import.ts';

export const importResolvers = (stores: Stores) => ({
  Mutation: {
    importOrgUnits: async (
      _: unknown,
      { rows, ...judging }: { rows: OrgUnitRow[] } & Pick<Judging, 'dryRun'>,
      { viewer, loaders }: OrganizationContext,
    ) => {
      const result = await importOrgUnits(rows, judging, viewer.subject, stores);
      loaders.forget();
      return result;
    },
    importEmployees: async (
      _: unknown,
      { rows, ...judging }: { rows: EmployeeRow[] } & Judging,
      { viewer, loaders }: OrganizationContext,
    ) => {
      const result = await importEmployees(rows, judging, viewer.subject, stores);
      loaders.forget();
      return result;
    },
  },
});
