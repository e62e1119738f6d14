import type { Connection } from 'mongoose';

/** What the driver has sent since counting began. */
export interface CommandCount {
  /** How many commands. */
  readonly count: number;
  /** Their names, such as `find`, in the order they were sent. */
  readonly names: readonly string[];
  /** Begins at 0 again. */
  reset(): void;
  /** How many commands are sent while something runs. */
  during(run: () => Promise<unknown>): Promise<number>;
  stop(): void;
}

/** What drivers send on their own account. */
const UPKEEP = new Set([
  'hello',
  'ismaster',
  'ping',
  'endSessions',
  'saslStart',
  'saslContinue',
  'killCursors',
  'buildInfo',
]);

/**
 * Counts what a connection sends to its database, by the driver's command monitoring: tests hold against it that the
 * number of calls does not grow with the number of rows.
 * @param connection of `connectMongo`, or one that was opened with `monitorCommands: true`
 */
export function countingCommands(connection: Connection): CommandCount {
  const names: string[] = [];
  const client = connection.getClient();
  const heard = ({ commandName }: { commandName: string }) => {
    if (!UPKEEP.has(commandName)) names.push(commandName);
  };
  client.on('commandStarted', heard);
  return {
    get count() {
      return names.length;
    },
    get names() {
      return [...names];
    },
    reset() {
      names.length = 0;
    },
    async during(run) {
      const before = names.length;
      await run();
      return names.length - before;
    },
    stop() {
      client.off('commandStarted', heard);
    },
  };
}
