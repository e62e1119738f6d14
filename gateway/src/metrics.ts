import { metrics } from '@salesgraph/service-kit';
import type { AccessEntry } from './http/graphql-route.ts';
import type { Fetched } from './subgraphs/subgraph-client.ts';

export interface GatewayMetrics {
  answered(entry: AccessEntry): void;
  fetched(result: Fetched): void;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the gateway counts: requests by status, how long they and the fetches behind them take, errors by code. */
export function createGatewayMetrics(): GatewayMetrics {
  const requests = metrics.histogram({
    name: 'salesgraph_gateway_request_seconds',
    help: 'How long a request took, by HTTP status.',
    labelNames: ['status'],
    buckets: SECONDS,
  });
  const errors = metrics.counter({
    name: 'salesgraph_gateway_errors_total',
    help: 'Answers with an error of a code.',
    labelNames: ['code'],
  });
  const fetches = metrics.histogram({
    name: 'salesgraph_gateway_fetch_seconds',
    help: 'How long a subgraph took, by outcome.',
    labelNames: ['subgraph', 'outcome'],
    buckets: SECONDS,
  });
  return {
    answered({ status, milliseconds, errorCodes }) {
      requests.observe({ status: String(status) }, milliseconds / 1000);
      for (const code of errorCodes) errors.inc({ code });
    },
    fetched: ({ subgraph, outcome, seconds }) => fetches.observe({ subgraph, outcome }, seconds),
  };
}
