import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, isDoc, type Value } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import type { ClientConnection } from '../wire/connection.ts';
import { flag, naturalNumber, optionalDoc, requiredArray } from './arguments.ts';
import { type CommandSpec, register } from './registry.ts';

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

/** A fail point that is on: what it is told to do, and how often it still acts. */
interface Armed {
  data: Doc;
  skip: number;
  times: number;
}

const NAMES = ['failCommand', 'onPrimaryTransactionalWrite'];

/** The fail points of an instance; MongoDB's conformance tests provoke faults with them. */
export class FailPoints {
  private readonly armed = new Map<string, Armed>();

  set(name: string, mode: Value, data: Doc): void {
    this.armed.delete(name);
    if (mode === 'off') return;
    const counts: Doc = mode instanceof Map ? mode : new Map();
    if (mode !== 'alwaysOn' && !counts.has('times') && !counts.has('skip')) fail(2, 'unknown mode of a fail point');
    if (name === 'failCommand') requiredArray(data, 'failCommands');
    this.armed.set(name, {
      data,
      skip: naturalNumber(counts, 'skip') ?? 0,
      times: naturalNumber(counts, 'times') ?? Number.POSITIVE_INFINITY,
    });
  }

  /** What the fail point does this time; it is counted down where it is concerned. */
  private hit(name: string, concerned: (data: Doc) => boolean): Doc | undefined {
    const armed = this.armed.get(name);
    if (!armed || !concerned(armed.data)) return undefined;
    if (armed.skip > 0) {
      armed.skip--;
      return undefined;
    }
    if (armed.times <= 0) return undefined;
    armed.times--;
    return armed.data;
  }

  /** Before a command: throws what it shall fail with, cuts the connection, or returns what is added to its reply. */
  async strike(spec: CommandSpec, command: Doc, connection: ClientConnection): Promise<Doc | undefined> {
    const data = this.hit('failCommand', (wanted) => {
      const names = [spec.name, ...(spec.aliases ?? [])];
      const application = wanted.get('appName');
      return (
        requiredArray(wanted, 'failCommands').some((name) => names.includes(String(name))) &&
        (application === undefined || application === connection.application)
      );
    });
    if (!data) return undefined;
    if (flag(data, 'blockConnection')) {
      const milliseconds = naturalNumber(data, 'blockTimeMS') ?? 0;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
    if (flag(data, 'closeConnection')) connection.cut();
    const code = data.get('errorCode');
    const given = data.has('errorLabels') ? requiredArray(data, 'errorLabels').map(String) : undefined;
    if (isNumeric(code) || flag(data, 'closeConnection')) {
      const number = isNumeric(code) ? toNumber(code) : 0;
      const labels = given ?? labelsOf(number, spec, command);
      throw new MongoError(number, 'Failing command via failCommand failpoint', { labels });
    }
    const concern = optionalDoc(data, 'writeConcernError');
    if (!concern) return undefined;
    const concernCode = concern.get('code');
    const labels = given ?? (isNumeric(concernCode) ? labelsOf(toNumber(concernCode), spec, command) : []);
    return doc({ writeConcernError: concern, errorLabels: labels.length > 0 ? labels : undefined });
  }

  /** Around each statement of a retryable write: it fails before it is run, or its reply gets lost. */
  aroundWrites(connection: ClientConnection): { before(): void; after(): void } {
    const fails = (data: Doc) => data.has('failBeforeCommitExceptionCode');
    const cut = (data: Doc) => {
      if (flag(data, 'closeConnection', true)) connection.cut();
    };
    return {
      before: () => {
        const data = this.hit('onPrimaryTransactionalWrite', fails);
        if (!data) return;
        cut(data);
        const code = data.get('failBeforeCommitExceptionCode');
        fail(isNumeric(code) ? toNumber(code) : 1, 'Failing write due to failpoint. The write must not be reflected.');
      },
      after: () => {
        const data = this.hit('onPrimaryTransactionalWrite', (wanted) => !fails(wanted));
        if (data) cut(data);
      },
    };
  }
}

register({
  name: 'configureFailPoint',
  summary:
    'provokes faults (`failCommand`, `onPrimaryTransactionalWrite`), for conformance tests; only with `testCommands`',
  options: ['mode', 'data'],
  run({ server, command, target }) {
    if (!server.options.testCommands) fail(59, "no such command: 'configureFailPoint'");
    if (typeof target !== 'string' || !NAMES.includes(target)) fail(115, `the fail point '${target}' is not supported`);
    const data = command.get('data');
    server.failPoints.set(target, command.get('mode'), isDoc(data) ? data : new Map());
    return doc({});
  },
});
