import Fastify from 'fastify';
import { metrics } from './metrics.ts';

/** Answers when something the process needs is there; throws or answers false when not. */
export type ReadinessCheck = () => Promise<unknown>;

export interface OpsServerOptions {
  host?: string;
  port: number;
  /** What must be there for the process to be of use, by name. */
  checks?: Readonly<Record<string, ReadinessCheck>>;
}

export interface OpsServer {
  port: number;
  /** From now on the process is not ready: it finishes what it has and takes nothing new. */
  drain(): void;
  close(): Promise<void>;
}

const PATIENCE_MS = 2_000;

async function passes(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const asked = (async () => (await check()) !== false)().catch(() => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/**
 * Serves what those who run the process ask for, on a port of its own without a token: `/healthz` (is it alive: asks
 * nobody else), `/readyz` (is it of use: each check by name), `/metrics` (Prometheus).
 * @throws an error with the code EADDRINUSE when the port is taken
 */
export async function startOpsServer({ host = '127.0.0.1', port, checks = {} }: OpsServerOptions): Promise<OpsServer> {
  let draining = false;
  const app = Fastify({ forceCloseConnections: true });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
    );
    const ready = !draining && results.every(([, good]) => good);
    reply.code(ready ? 200 : 503);
    return { status: ready ? 'ready' : draining ? 'draining' : 'not ready', checks: Object.fromEntries(results) };
  });
  app.get('/metrics', async (_request, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
  await app.listen({ host, port });
  const address = app.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    drain() {
      draining = true;
    },
    close: () => app.close(),
  };
}
