/** The events by which organization tells of a company, for tests of a service that hears of it. */
import { idFromCode } from '@salesgraph/service-kit';
import type { CompanyBuilder, EmployeeRow, OrgUnitRow } from './company.ts';

/** An event as a service's test delivers it. */
interface ToldEvent {
  id: string;
  aggregateId: string;
  seq: number;
  type: string;
  version: number;
  at: Date;
  actor: string;
  data: object;
}

const told = (type: string, id: string, seq: number, data: object): ToldEvent => ({
  ...{ id: `${id}-${seq}`, aggregateId: id, seq, type, version: 1 },
  ...{ at: new Date('2026-01-01T00:00:00Z'), actor: 'importer', data },
});

/** A unit as it stands after its `seq`-th change. */
export function unitEvent({ code, name, kind, parentCode, currency, from, to }: OrgUnitRow, seq = 1): ToldEvent {
  const id = idFromCode('unit', code);
  const parentId = parentCode === null ? null : idFromCode('unit', parentCode);
  const records = [{ name, parentId, from, to }];
  return told('organization.unit.changed', id, seq, { id, code, kind, currency, records });
}

/** For whom somebody stands in, by code, and when. */
export interface StandInRow {
  code: string;
  from: string;
  to: string;
}

/** A person as it stands after its `seq`-th change. */
export function employeeEvent(
  { code, name, hiredOn, assignments }: EmployeeRow,
  seq = 1,
  standsInFor: readonly StandInRow[] = [],
): ToldEvent {
  const id = idFromCode('emp', code);
  return told('organization.employee.changed', id, seq, {
    ...{ id, code, name, hiredOn },
    assignments: assignments.map(({ unitCode, ...fields }, place) => ({
      ...{ id: `${id}-a${place}`, unitId: idFromCode('unit', unitCode), ...fields },
    })),
    delegations: standsInFor.map(({ code: absent, from, to }, place) => ({
      ...{ id: `${id}-d${place}`, fromId: idFromCode('emp', absent), from, to },
    })),
  });
}

/** Everything organization tells of a company that was just taken over: units first, then people. */
export const organizationEvents = (company: Pick<CompanyBuilder, 'orgUnits' | 'employees'>): ToldEvent[] => [
  ...company.orgUnits().map((row) => unitEvent(row)),
  ...company.employees().map((row) => employeeEvent(row)),
];
