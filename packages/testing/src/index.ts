export { type Clock, fakeClock } from '@salesgraph/calendar';
export { aCompany, type CompanyBuilder, type EmployeeRow, type OrgUnitRow } from './company.ts';
export { type Answer, type Caller, type Graph, type GraphOptions, startGraph } from './graph.ts';
export { type Trace, tracesOf } from './hiding.ts';
export { employeeEvent, organizationEvents, unitEvent } from './organization-events.ts';
export type { GraphProcess } from './processes.ts';
