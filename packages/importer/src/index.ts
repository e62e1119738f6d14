export { createGraphClient, type GraphClient, GraphFault } from './graph/client.ts';
export { connectToHouse } from './graph/house.ts';
export { type GraphRowFault, type Outcome, type Sent, sendRows } from './graph/sending.ts';
export { openSession } from './graph/session.ts';
export { NotSettled, settle } from './graph/settling.ts';
export type { MutationName, ServiceName, Settlement } from './mapping/mapping.ts';
export { createProgress, type ProgressStream } from './report/progress.ts';
