/** The smallest service there is, in a process of its own. */
import { defineJob } from '@salesgraph/jobs';
import { z } from 'zod';
import { runService } from '../src/index.ts';

const typeDefs = /* GraphQL */ `
  extend type Query {
    "Says hello to whoever asks."
    greeting: String! @access(action: "directory.read")
    "What time it is here."
    now: DateTime! @access(action: "directory.read")
  }
`;

await runService({
  name: 'greeter',
  create: async ({ clock, connection }) => ({
    typeDefs,
    resolvers: {
      Query: {
        greeting: (_: unknown, __: unknown, { viewer }: { viewer: { subject: string } }) => `Hello ${viewer.subject}`,
        now: () => clock.now(),
      },
    },
    jobs: [
      defineJob({
        ...{ name: 'greeter-beat', payload: z.object({}), id: () => 'beat', schedule: { everyMs: 100 } },
        handler: () => connection.collection('beats').insertOne({ at: new Date() }),
      }),
    ],
    consumers: [],
    outboxModels: [],
    loaders: () => ({}),
  }),
});
