/** Our executor in the same host. */
import { readFileSync } from 'node:fs';
import { CompiledGateway } from '../src/execution/compiled-gateway.ts';
import { stringifyAnswer } from '../src/execution/json-text.ts';
import { SubgraphDataSource } from '../src/subgraphs/data-source.ts';
import { createSubgraphClient } from '../src/subgraphs/subgraph-client.ts';
import { type BenchContext, host } from './host.ts';

const client = createSubgraphClient({
  timeoutMs: 30_000,
  connections: 64,
  largestAnswer: 32 * 1024 * 1024,
  identify: (context) => ['authorization', (context as unknown as BenchContext).authorization],
  report: (id, fault) => console.error(id, fault),
  observe: () => undefined,
});
const gateway = new CompiledGateway(
  {
    supergraphSdl: readFileSync(process.argv[2]!, 'utf8'),
    buildService: ({ name, url }) => {
      client.locate(name, url ?? '');
      return new SubgraphDataSource(name, client);
    },
  },
  client,
);
await host(gateway, { stringifyResult: stringifyAnswer });
