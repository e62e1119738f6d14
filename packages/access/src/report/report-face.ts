/** How a service shows access reports: every service that has records shows them alike. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Holder } from './access-report.ts';
import type { Reason } from './reasons.ts';

/** The SDL of a report; a service that uses it has `Employee` and `OrgUnit`. */
export const accessReportTypeDefs: string = readFileSync(join(import.meta.dirname, 'report.graphql'), 'utf8');

/**
 * The resolvers of a report.
 * @param of how the service gives a person and a unit to the resolvers of those types
 */
export const accessReportResolvers = <Context>(of: {
  employee(id: string, context: Context): unknown;
  unit(id: string, context: Context): unknown;
}) => ({
  AccessHolder: {
    employee: ({ person }: Holder, _: unknown, context: Context) => of.employee(person.id, context),
  },
  AccessGrant: {
    unit: ({ unitId }: Reason, _: unknown, context: Context) => of.unit(unitId, context),
    standsInFor: ({ standsInForId }: Reason, _: unknown, context: Context) =>
      standsInForId === null ? null : of.employee(standsInForId, context),
  },
});
