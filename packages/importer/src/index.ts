export { createGraphClient, type GraphClient, GraphFault } from './graph/client.ts';
export { type GraphRowFault, type Outcome, type Sent, sendRows } from './graph/sending.ts';
export { openSession } from './graph/session.ts';
export { settle } from './graph/settling.ts';
export type { MutationName, Settlement } from './mapping/mapping.ts';
