import { type AccessReports, accessReportResolvers, readAction } from '@salesgraph/access';
import { badInput, type PageArgs } from '@salesgraph/service-kit';
import type { Directory, OrganizationContext } from '../directory.ts';
import type { Stores } from '../stores.ts';

interface ReportArgs extends PageArgs {
  action: string;
  employee?: string | null;
  unit?: string | null;
}

export interface ReportContext extends OrganizationContext {
  loaders: Directory & { accessReports: AccessReports };
}

/** Whose records are asked about; null when there is no such person or unit. */
async function owned({ employee, unit }: ReportArgs, { loaders }: ReportContext) {
  if (employee && !unit) return (await loaders.person.load(employee)) && { employeeIds: [employee], unitIds: [] };
  if (unit && !employee) return (await loaders.units()).has(unit) ? { employeeIds: [], unitIds: [unit] } : null;
  throw badInput('employee', unit ? 'excludes unit: give exactly one of them' : 'is required when unit is absent');
}

export const reportResolvers = (stores: Stores) => ({
  Query: {
    accessReport: async (_: unknown, args: ReportArgs, context: ReportContext) => {
      const action = readAction(args.action);
      const record = await owned(args, context);
      return record && context.loaders.accessReports.of(action, record, args);
    },
  },
  ...accessReportResolvers<ReportContext>({
    employee: async (id, { loaders }) => {
      const person = await loaders.person.load(id);
      return person && { person, day: stores.today() };
    },
    unit: async (id, { loaders }) => {
      const unit = (await loaders.units()).get(id);
      return unit ? { unit, day: stores.today() } : null;
    },
  }),
});
