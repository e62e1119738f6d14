import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, isDoc } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { flag, naturalNumber, optionalDoc } from './arguments.ts';
import { type CommandSpec, register } from './registry.ts';

/** What a `failCommand` fail point does to the commands it names. */
interface FailCommand {
  commands: string[];
  skip: number;
  /** How many times it still acts. */
  times: number;
  errorCode: number | undefined;
  errorLabels: string[] | undefined;
  closeConnection: boolean;
  writeConcernError: Doc | undefined;
  blockTimeMS: number;
}

/** Errors after which a driver may send the same write again. */
const RETRYABLE_CODES = new Set([6, 7, 89, 91, 134, 189, 262, 317, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Errors after which a whole transaction may be run again, also where its commit meets them. */
const TRANSIENT_CODES = new Set([24, 112, 251]);

/** The labels that tell a driver what it may do after an error. */
export function labelsOf(code: number, spec: CommandSpec, command: Doc): string[] {
  const inTransaction = command.get('autocommit') === false;
  const ends = spec.name === 'commitTransaction' || spec.name === 'abortTransaction';
  if (inTransaction && (TRANSIENT_CODES.has(code) || (!ends && RETRYABLE_CODES.has(code)))) {
    return ['TransientTransactionError'];
  }
  if (inTransaction && !ends) return [];
  const numbered = command.has('txnNumber') && (spec.retryable || ends);
  return numbered && RETRYABLE_CODES.has(code) ? ['RetryableWriteError'] : [];
}

/** The fail point of an instance; MongoDB's conformance tests provoke faults with it. */
export class FailPoints {
  private active: FailCommand | undefined;

  set(mode: unknown, data: Doc): void {
    if (mode === 'off') {
      this.active = undefined;
      return;
    }
    const counts: Doc = mode instanceof Map ? mode : new Map();
    if (mode !== 'alwaysOn' && !counts.has('times') && !counts.has('skip')) fail(2, 'unknown mode of a fail point');
    const commands = data.get('failCommands');
    if (!Array.isArray(commands)) fail(9, "failCommand needs 'failCommands'");
    const code = data.get('errorCode');
    const labels = data.get('errorLabels');
    this.active = {
      commands: commands.map(String),
      skip: naturalNumber(counts, 'skip') ?? 0,
      times: naturalNumber(counts, 'times') ?? Number.POSITIVE_INFINITY,
      errorCode: isNumeric(code) ? toNumber(code) : undefined,
      errorLabels: Array.isArray(labels) ? labels.map(String) : undefined,
      closeConnection: flag(data, 'closeConnection'),
      writeConcernError: optionalDoc(data, 'writeConcernError'),
      blockTimeMS: flag(data, 'blockConnection') ? (naturalNumber(data, 'blockTimeMS') ?? 0) : 0,
    };
  }

  /** What happens to this command: it is dropped, it throws, or a write concern error is added to its reply. */
  async strike(spec: CommandSpec, command: Doc): Promise<'drop' | Doc | undefined> {
    const { active } = this;
    if (!active?.commands.includes(spec.name)) return undefined;
    if (active.skip > 0) {
      active.skip--;
      return undefined;
    }
    if (active.times <= 0) return undefined;
    active.times--;
    if (active.blockTimeMS > 0) await new Promise((resolve) => setTimeout(resolve, active.blockTimeMS));
    if (active.closeConnection) return 'drop';
    if (active.errorCode !== undefined) {
      const labels = active.errorLabels ?? labelsOf(active.errorCode, spec, command);
      throw new MongoError(active.errorCode, 'Failing command via failCommand failpoint', { labels });
    }
    if (!active.writeConcernError) return undefined;
    const added = doc({ writeConcernError: active.writeConcernError });
    if (active.errorLabels) added.set('errorLabels', active.errorLabels);
    return added;
  }
}

register({
  name: 'configureFailPoint',
  summary: 'provokes faults (`failCommand`), for conformance tests; only with `testCommands`',
  options: ['mode', 'data'],
  run({ server, command, target }) {
    if (!server.options.testCommands) fail(59, "no such command: 'configureFailPoint'");
    if (target !== 'failCommand') fail(115, `the fail point '${String(target)}' is not supported`);
    const mode = command.get('mode');
    const data = command.get('data');
    server.failPoints.set(mode, isDoc(data) ? data : new Map());
    return doc({});
  },
});
