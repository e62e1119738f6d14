import { metrics } from '@salesgraph/service-kit';
import type { AccessEntry } from './http/graphql-route.ts';
import type { SubgraphOptions } from './subgraphs/data-source.ts';

export interface GatewayMetrics {
  answered(entry: AccessEntry): void;
  fetched: SubgraphOptions['observe'];
}
