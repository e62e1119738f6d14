/** Apollo Server 5 on Fastify around a gateway, the same for the stock one and ours; the caller's header is handed on. */
import type { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';

export interface BenchContext {
  authorization: string;
  requestId: string;
  traceparent: string;
}

export async function host(gateway: ApolloGateway, more: Partial<ApolloServerOptionsWithGateway<BenchContext>> = {}) {
  const apollo = new ApolloServer<BenchContext>({ gateway, csrfPrevention: true, persistedQueries: false, ...more });
  await apollo.start();
  const app = Fastify();
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async ({ headers }) => ({
        ...{ authorization: headers.authorization ?? '', requestId: 'bench' },
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      }),
    }),
  });
  process.once('disconnect', () => process.exit());
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ url: `${url}/graphql` });
}
