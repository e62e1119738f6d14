/** A process of its own that changes the organization, for tests in which several do: it is sent documents and sends answers. */
import { createServiceForTest } from '@salesgraph/runtime';
import { createOrganizationService } from '../src/service.ts';

/** What the process is asked, and answers with. */
export interface Asked {
  id: number;
  document: string;
  variables: object;
}
export interface Answered {
  id: number;
  answer: { data?: unknown; errors?: unknown };
}

const [database, now] = process.argv.slice(2);
if (!database || !now || !process.send) throw new Error('Started without a database, a time, or anybody to answer');
const send = process.send.bind(process);
const service = await createServiceForTest(createOrganizationService, { name: 'organization', now, database });

process.on('message', ({ id, document, variables }: Asked) => {
  service
    .request(document, variables, 'administrator')
    .then(({ data, errors }) => send({ id, answer: { data, errors } }));
});
process.once('disconnect', () => service.close().finally(() => process.exit()));
send('ready');
