/** The gateway's process: reads its settings, listens, and drains when it is told to stop. */
process.env.APOLLO_TELEMETRY_DISABLED = '1';

const { createLogger, startOpsServer, onShutdown } = await import('@salesgraph/service-kit');
const { readConfig, readSupergraph } = await import('./config.ts');
const { createGateway } = await import('./gateway.ts');
const { createGatewayMetrics } = await import('./metrics.ts');

const log = createLogger('gateway');
try {
  const config = readConfig(process.env);
  const metrics = createGatewayMetrics();
  const gateway = await createGateway({
    config,
    supergraphSdl: readSupergraph(config.SUPERGRAPH_FILE),
    log,
    onAnswered: metrics.answered,
    onFetched: metrics.fetched,
  });
  await gateway.app.listen({ host: config.HOST, port: config.PORT });
  // Ready means: the schema is loaded and the port is open. Whether subgraphs answer is theirs to say.
  const ops = await startOpsServer({ host: config.HOST, port: config.OPS_PORT });
  log.info({ host: config.HOST, port: config.PORT }, 'the graph is ready');
  onShutdown(async () => {
    await gateway.close();
    await ops.close();
  });
} catch (fault) {
  log.fatal({ err: fault }, fault instanceof Error ? fault.message : 'The gateway cannot start.');
  process.exitCode = 1;
}
