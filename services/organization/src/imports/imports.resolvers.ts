import type { OrganizationContext } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { importEmployees } from './people.import.ts';
import type { EmployeeRow } from './people-rows.ts';
import type { OrgUnitRow } from './unit-rows.ts';
import { importOrgUnits } from './units.import.ts';

export const importResolvers = (stores: Stores) => ({
  Mutation: {
    importOrgUnits: async (_: unknown, { rows }: { rows: OrgUnitRow[] }, { viewer, loaders }: OrganizationContext) => {
      const result = await importOrgUnits(rows, viewer.subject, stores);
      loaders.forget();
      return result;
    },
    importEmployees: async (
      _: unknown,
      { rows }: { rows: EmployeeRow[] },
      { viewer, loaders }: OrganizationContext,
    ) => {
      const result = await importEmployees(rows, viewer.subject, stores);
      loaders.forget();
      return result;
    },
  },
});
