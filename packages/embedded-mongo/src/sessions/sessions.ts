import { isNumeric, toNumber } from '../bson/numbers.ts';
import { Binary, type Value } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import type { Store } from '../storage/store.ts';
import { Transaction } from './transaction.ts';
import type { WriteLog } from './write-log.ts';

const TRANSACTION_LIFE_MS = 60_000;
const SESSION_LIFE_MS = 30 * 60_000;

/** A logical session: its newest transaction number, and the transaction that runs in it. */
export class Session {
  /** The sixteen bytes of its UUID as text. */
  readonly key: string;
  readonly bytes: Uint8Array;
  lastUse = Date.now();
  highest: bigint;
  /** There may be records of retryable writes in the store. */
  recorded: boolean;
  transaction: Transaction | undefined;
  /** What became of the newest transaction. */
  outcome: 'committed' | 'aborted' | undefined;
  private tail: Promise<void> = Promise.resolve();

  constructor(key: string, bytes: Uint8Array, highest: bigint) {
    this.key = key;
    this.bytes = bytes;
    this.highest = highest;
    this.recorded = highest >= 0n;
  }

  /** Waits until earlier numbered commands of the session have ended; the result lets the next one in. */
  async enter(): Promise<() => void> {
    const before = this.tail;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.tail = promise;
    await before;
    return resolve;
  }

  end(outcome: 'committed' | 'aborted'): void {
    this.transaction = undefined;
    this.outcome = outcome;
  }
}

/** All sessions of an instance. */
export class Sessions {
  private readonly store: Store;
  private readonly log: WriteLog;
  private readonly byKey = new Map<string, Session>();
  /** Told when a transaction ends, whose cursors end with it. */
  private readonly onEnd: (transaction: Transaction) => void;

  constructor(store: Store, log: WriteLog, onEnd: (transaction: Transaction) => void) {
    this.store = store;
    this.log = log;
    this.onEnd = onEnd;
  }

  /** Every session that has been used in the last half hour. */
  all(): Iterable<Session> {
    return this.byKey.values();
  }

  get size(): number {
    return this.byKey.size;
  }

  /** The session of an `lsid`; code 9 when that is none. */
  get(lsid: Value): Session {
    const bytes = sessionBytes(lsid);
    const key = Buffer.from(bytes).toString('hex');
    let session = this.byKey.get(key);
    if (!session) {
      const row = this.store.main.prepare('SELECT max(txn) AS txn FROM retries WHERE session = ?').get(bytes);
      const highest = row?.txn;
      session = new Session(key, bytes, typeof highest === 'number' ? BigInt(highest) : -1n);
      this.byKey.set(key, session);
    }
    session.lastUse = Date.now();
    return session;
  }

  /** Takes note of a retryable write's number; code 225 when a newer one was seen. */
  number(session: Session, number: bigint): void {
    if (number < session.highest) tooOld(session, number);
    if (number === session.highest) return;
    if (session.transaction) this.abort(session);
    session.highest = number;
    session.outcome = undefined;
    if (!session.recorded) return;
    session.recorded = false;
    this.store.begin();
    this.store.main.run('DELETE FROM retries WHERE session = ? AND txn < ?', session.bytes, number);
  }

  begin(session: Session, number: bigint): Transaction {
    if (number < session.highest) tooOld(session, number);
    if (number === session.highest) {
      // A retry of the very first command: the driver begins anew under the same number only after an abort.
      if (session.transaction) this.abort(session);
      else if (session.outcome === 'committed')
        fail(50911, `Cannot start a transaction at given transaction number ${number}`);
    } else this.number(session, number);
    session.outcome = undefined;
    session.transaction = new Transaction(number, this.store, this.log);
    return session.transaction;
  }

  /** The transaction in progress; code 251 with TransientTransactionError when there is none of that number. */
  current(session: Session, number: bigint): Transaction {
    if (number < session.highest) tooOld(session, number);
    const { transaction } = session;
    if (!transaction || transaction.number !== number) {
      if (session.highest === number && session.outcome === 'committed') {
        fail(256, `Transaction with { txnNumber: ${number} } has been committed.`);
      }
      throw new MongoError(251, `Given transaction number ${number} does not match any in-progress transactions.`, {
        labels: ['TransientTransactionError'],
      });
    }
    return transaction;
  }

  commit(session: Session, number: bigint): void {
    if (session.highest === number && session.outcome === 'committed') return;
    const transaction = this.current(session, number);
    session.end('aborted');
    this.onEnd(transaction);
    transaction.commit();
    session.outcome = 'committed';
  }

  abort(session: Session): void {
    const { transaction } = session;
    if (!transaction) return;
    session.end('aborted');
    this.onEnd(transaction);
    transaction.abort();
  }

  endSession(lsid: Value): void {
    const key = Buffer.from(sessionBytes(lsid)).toString('hex');
    const session = this.byKey.get(key);
    if (!session) return;
    this.abort(session);
    this.byKey.delete(key);
  }

  /** Ends transactions older than a minute, forgets idle sessions and old records of retryable writes. */
  sweep(now = Date.now()): void {
    for (const session of this.byKey.values()) {
      if (session.transaction && now - session.transaction.startedAt > TRANSACTION_LIFE_MS) this.abort(session);
      if (!session.transaction && now - session.lastUse > SESSION_LIFE_MS) this.byKey.delete(session.key);
    }
    const old = this.store.main.prepare('SELECT 1 FROM retries WHERE at < ? LIMIT 1').get(now - SESSION_LIFE_MS);
    if (!old) return;
    this.store.begin();
    this.store.main.run('DELETE FROM retries WHERE at < ?', now - SESSION_LIFE_MS);
  }

  close(): void {
    for (const session of this.byKey.values()) this.abort(session);
    this.byKey.clear();
  }
}

function tooOld(session: Session, number: bigint): never {
  fail(225, `Cannot start transaction ${number} because a newer transaction ${session.highest} has already started.`);
}

function sessionBytes(lsid: Value): Uint8Array {
  const id = lsid instanceof Map ? lsid.get('id') : undefined;
  if (!(id instanceof Binary) || id.subType !== 4 || id.bytes.length !== 16) fail(9, 'lsid.id must be a UUID');
  return id.bytes;
}

/** A `txnNumber` as the client sent it. */
export function transactionNumber(v: Value): bigint | undefined {
  if (v === undefined) return undefined;
  if (!isNumeric(v)) fail(14, "BSON field 'txnNumber' is the wrong type, expected type 'long'");
  const n = toNumber(v);
  if (!(n >= 0 && n < 2 ** 63)) fail(2, 'Transaction number cannot be negative or out of range');
  return typeof v === 'bigint' ? v : BigInt(Math.trunc(n));
}

/** Records of retryable writes: what a numbered statement has done, kept in the same storage transaction as its writes. */
export class RetryRecords {
  private readonly store: Store;
  private readonly session: Session;
  private readonly number: bigint;
  private readonly around: { before(): void; after(): void } | undefined;
  private known: Map<number, Uint8Array> | undefined;

  /** @param around called before each statement that was not run yet, and after it: fail points */
  constructor(store: Store, session: Session, number: bigint, around?: { before(): void; after(): void }) {
    this.store = store;
    this.session = session;
    this.number = number;
    this.around = around;
  }

  /** What a statement answered the first time; undefined when it was not run. */
  find(statement: number): Uint8Array | undefined {
    const record = this.load().get(statement);
    if (!record) this.around?.before();
    return record;
  }

  /** Keeps an answer for a statement, or for a run of statements that follow one another. */
  save(statement: number, reply: Uint8Array, run = 1): void {
    const known = this.load();
    for (let i = 0; i < run; i++) known.set(statement + i, reply);
    this.session.recorded = true;
    this.store.begin();
    const sql = 'INSERT OR REPLACE INTO retries (session, txn, statement, run, at, reply) VALUES (?, ?, ?, ?, ?, ?)';
    this.store.main.run(sql, this.session.bytes, this.number, statement, run, Date.now(), reply);
    this.around?.after();
  }

  private load(): Map<number, Uint8Array> {
    if (this.known) return this.known;
    const known = new Map<number, Uint8Array>();
    this.known = known;
    if (!this.session.recorded) return known;
    const rows = this.store.main
      .prepare('SELECT statement, run, reply FROM retries WHERE session = ? AND txn = ?')
      .all(this.session.bytes, this.number) as { statement: number; run: number; reply: Uint8Array }[];
    for (const { statement, run, reply } of rows) {
      for (let i = 0; i < run; i++) known.set(statement + i, reply);
    }
    return known;
  }
}
