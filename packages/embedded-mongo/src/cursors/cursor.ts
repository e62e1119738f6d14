import { EncodedDoc, encode, MAX_DOCUMENT_BYTES } from '../bson/encode.ts';
import type { Doc } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Operation } from '../operation.ts';
import type { Transaction } from '../sessions/transaction.ts';

/** What a stage makes may be a little larger than what is stored. */
const MAX_REPLY_DOCUMENT_BYTES = MAX_DOCUMENT_BYTES + 16 * 1024;

/** A reply holds at most this many bytes of documents. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** A result that is handed out batch by batch. It reads no further than what was asked for. */
export class Cursor {
  /** Given by `Cursors.keep`; 0 before. */
  id = 0n;
  readonly namespace: string;
  readonly operation: Operation;
  /** The session it was opened in; only that one may go on with it. */
  readonly session: string | undefined;
  readonly transaction: Transaction | undefined;
  lastUse = Date.now();
  inUse = false;
  private readonly source: AsyncIterator<Doc[]>;
  private waiting: Doc[] = [];
  private at = 0;
  private ended = false;

  constructor(
    namespace: string,
    source: AsyncIterable<Doc[]>,
    operation: Operation,
    owner: { session?: string; transaction?: Transaction } = {},
  ) {
    this.namespace = namespace;
    this.source = source[Symbol.asyncIterator]();
    this.operation = operation;
    this.session = owner.session;
    this.transaction = owner.transaction;
  }

  get done(): boolean {
    return this.ended && this.at >= this.waiting.length;
  }

  /** The next documents: at most `size` of them, and no more than fit into a reply. */
  async next(size: number): Promise<EncodedDoc[]> {
    const batch: EncodedDoc[] = [];
    let bytes = 0;
    while (batch.length < size) {
      if (this.at >= this.waiting.length) {
        if (this.ended) break;
        await this.pull();
        continue;
      }
      const next = this.waiting[this.at];
      const document = next instanceof EncodedDoc ? next : new EncodedDoc(encode(next));
      if (document.bytes.length > MAX_REPLY_DOCUMENT_BYTES)
        fail(
          10334,
          `BSONObj size: ${document.bytes.length} is invalid. Size must be between 0 and ${MAX_REPLY_DOCUMENT_BYTES}`,
        );
      if (bytes + document.bytes.length > MAX_BATCH_BYTES && batch.length > 0) {
        this.waiting[this.at] = document;
        break;
      }
      bytes += document.bytes.length;
      batch.push(document);
      this.at++;
    }
    this.lastUse = Date.now();
    return batch;
  }

  /** Looks whether the end is reached, at the price of reading one batch more. */
  async settle(): Promise<void> {
    while (!this.ended && this.at >= this.waiting.length) await this.pull();
  }

  private async pull(): Promise<void> {
    const { value, done } = await this.source.next();
    this.waiting = done ? [] : value;
    this.at = 0;
    if (done) this.ended = true;
  }

  close(): void {
    this.ended = true;
    this.waiting = [];
    void Promise.resolve(this.source.return?.()).catch(() => {});
  }
}

const IDLE_MS = 10 * 60_000;

/** The open cursors of an instance. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();

  get size(): number {
    return this.open.size;
  }

  /** Gives a cursor an id that nobody can guess, and keeps it until it is done, killed or idle for long. */
  keep(cursor: Cursor): void {
    const [word] = crypto.getRandomValues(new BigUint64Array(1));
    cursor.id = (word & 0x7fffffffffffffffn) | 1n;
    this.open.set(cursor.id, cursor);
  }

  find(id: bigint): Cursor {
    return this.open.get(id) ?? fail(43, `cursor id ${id} not found`);
  }

  /** Ends a cursor; false when there is none. */
  kill(id: bigint): boolean {
    const cursor = this.open.get(id);
    if (!cursor) return false;
    this.open.delete(id);
    cursor.close();
    return true;
  }

  killWhere(condition: (cursor: Cursor) => boolean): void {
    for (const cursor of this.open.values()) if (condition(cursor)) this.kill(cursor.id);
  }

  sweep(now = Date.now()): void {
    this.killWhere((cursor) => !cursor.inUse && now - cursor.lastUse > IDLE_MS);
  }
}
