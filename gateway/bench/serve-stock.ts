/** Apollo's gateway as it comes. */
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { type BenchContext, host } from './host.ts';

class Forwarding extends RemoteGraphQLDataSource<BenchContext> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<BenchContext>['willSendRequest']>>[0]) {
    request.http?.headers.set('authorization', (context as BenchContext).authorization);
  }
}

await host(
  new ApolloGateway({
    supergraphSdl: readFileSync(process.argv[2]!, 'utf8'),
    buildService: ({ url }) => new Forwarding({ url }),
  }),
);
