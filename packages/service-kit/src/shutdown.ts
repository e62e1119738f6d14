import type { Logger } from './observability/logger.ts';

type Close = () => Promise<unknown> | unknown;

const closers: Close[] = [];
let stopping = false;

export interface ShutdownOptions {
  /** How long everything together may take before the process ends all the same; 25 s unless said otherwise. */
  graceMs?: number;
  log?: Pick<Logger, 'info' | 'error'>;
}

/**
 * Has something closed when the process is told to stop (SIGTERM, SIGINT): what was registered last is closed first,
 * one after the other. The process ends with 0 when all is closed, with 1 when something failed or took too long.
 * Further signals while it stops change nothing: a launcher and a terminal may both send one.
 */
export function onShutdown(close: Close, { graceMs = 25_000, log }: ShutdownOptions = {}): void {
  closers.push(close);
  if (closers.length > 1) return;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop(signal, graceMs, log);
    });
  }
}

async function stop(signal: string, graceMs: number, log: ShutdownOptions['log']): Promise<void> {
  log?.info({ signal }, 'Stopping');
  setTimeout(() => {
    log?.error({ graceMs }, 'Stopping took too long');
    process.exit(1);
  }, graceMs).unref();
  let code = 0;
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      code = 1;
      log?.error({ err: error }, 'Something could not be closed');
    }
  }
  log?.info({ signal }, 'Stopped');
  process.exit(code);
}
