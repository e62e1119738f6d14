/** Everything the functions of this service work on, made once. */
import { type Clock, type Day, dayOf } from '@salesgraph/calendar';
import type { OrganizationView } from '@salesgraph/organization-model';
import type { Connection } from 'mongoose';
import { channelStore } from './channels/channels.store.ts';
import { subjectStore } from './discussions/subjects.store.ts';
import { messageStore } from './messages/messages.store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores(deps: { connection: Connection; clock: Clock; zone: string; view: OrganizationView }) {
  const { connection, clock, zone, view } = deps;
  return {
    view,
    clock,
    /** The business day that it is now. */
    today: (): Day => dayOf(clock.now(), zone),
    channels: channelStore(connection),
    messages: messageStore(connection),
    subjects: subjectStore(connection),
  };
}
