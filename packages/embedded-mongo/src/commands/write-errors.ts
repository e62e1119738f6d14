import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, isDoc, typeName, type Value } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { flag } from './arguments.ts';
import type { CommandContext } from './context.ts';

/** The most statements that one command may hold. */
export const MAX_STATEMENTS = 100_000;

/** Runs the statements of a write command one after the other and gathers what fails. */
export class Statements {
  readonly errors: Doc[] = [];
  readonly retried: number[] = [];
  private readonly context: CommandContext;
  private readonly ordered: boolean;

  constructor(context: CommandContext, count: number) {
    if (count === 0 || count > MAX_STATEMENTS) {
      fail(16, `Write batch sizes must be between 1 and ${MAX_STATEMENTS}. Got ${count} operations.`);
    }
    this.context = context;
    this.ordered = flag(context.command, 'ordered', true);
  }

  /** The number of a statement for its record: `stmtIds`, `stmtId` plus place, or the place alone. */
  number(i: number): number {
    const { command } = this.context;
    const ids = command.get('stmtIds');
    if (Array.isArray(ids)) return numberOf(ids[i]);
    return command.has('stmtId') ? numberOf(command.get('stmtId')) + i : i;
  }

  /** What statement `i` answered when it was run before. */
  recorded(i: number): Doc | undefined {
    const record = this.context.retry?.find(this.number(i));
    if (record) this.retried.push(this.number(i));
    return record && decode(record);
  }

  /** Keeps what a statement, or each of a run of statements, has answered. */
  record(i: number, result: Doc, run = 1): void {
    const { retry, command } = this.context;
    if (!retry) return;
    const bytes = encode(result);
    if (!command.has('stmtIds')) retry.save(this.number(i), bytes, run);
    else for (let at = i; at < i + run; at++) retry.save(this.number(at), bytes);
  }

  /**
   * Runs statements one after the other until one fails that ends the command; a malformed one is refused before the first is
   * run. `add` takes in what each answers, those that were run before included.
   */
  async each(
    list: Value[],
    check: (statement: Doc) => void,
    run: (statement: Doc, i: number) => Promise<Doc>,
    add: (answer: Doc, i: number) => void,
  ): Promise<void> {
    const { command, operation } = this.context;
    const [name] = command.keys();
    const statements = list.map((statement, i) => {
      if (!isDoc(statement)) fail(14, `BSON field '${name}.${name}s.${i}' is the wrong type '${typeName(statement)}'`);
      check(statement);
      return statement;
    });
    for (const [i, statement] of statements.entries()) {
      if (operation.due) await operation.pause();
      const recorded = this.recorded(i);
      if (recorded) {
        add(recorded, i);
        continue;
      }
      try {
        add(await run(statement, i), i);
      } catch (error) {
        if (this.failed(i, error)) break;
      }
    }
  }

  /** Takes note of a failed statement; true when the command must stop. Errors that concern it as a whole are thrown. */
  failed(i: number, error: unknown): boolean {
    if (!(error instanceof MongoError) || error.labels.length > 0 || WHOLE_COMMAND.has(error.code)) throw error;
    const { code, message, extra } = error;
    this.errors.push(doc({ index: i, code, ...extra, errmsg: message }));
    const { transaction, session, server } = this.context;
    if (transaction && session) {
      server.sessions.abort(session);
      return true;
    }
    return this.ordered;
  }

  /** The reply with what failed and what had been done before. */
  reply(fields: Record<string, unknown>): Doc {
    const { errors, retried } = this;
    return doc({
      ...fields,
      writeErrors: errors.length > 0 ? errors : undefined,
      retriedStmtIds: retried.length > 0 ? retried : undefined,
    });
  }
}

/** Time is up, killed, shutting down, or dropped meanwhile. */
const WHOLE_COMMAND = new Set([50, 91, 175, 237, 11600, 11601]);

function numberOf(v: Value): number {
  return isNumeric(v) ? toNumber(v) : fail(14, 'a statement id must be an int');
}

/** A count in what a statement has answered. */
export function numberIn(outcome: Doc, name: string): number {
  const v = outcome.get(name);
  return isNumeric(v) ? toNumber(v) : 0;
}
