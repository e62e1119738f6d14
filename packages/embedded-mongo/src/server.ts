import { type AddressInfo, createServer, type Server as NetServer, type Socket } from 'node:net';
import { isNumeric, toNumber } from './bson/numbers.ts';
import { Binary, type Doc, doc, double, ObjectId, Timestamp, typeName } from './bson/values.ts';
import { checkReadConcern, checkWriteConcern } from './commands/concerns.ts';
import type { CommandContext } from './commands/context.ts';
import { FailPoints, labelsOf } from './commands/fail-points.ts';
import { type CommandSpec, findCommand, GENERIC_FIELDS } from './commands/registry.ts';
import './commands/all.ts';
import { Cursors } from './cursors/cursor.ts';
import { codeName, fail, MongoError } from './errors.ts';
import { Operation } from './operation.ts';
import { RetryRecords, type Session, Sessions, transactionNumber } from './sessions/sessions.ts';
import { Snapshots } from './sessions/snapshots.ts';
import type { Transaction } from './sessions/transaction.ts';
import { WriteLog } from './sessions/write-log.ts';
import { Store } from './storage/store.ts';
import { DirectView } from './storage/view.ts';
import { removeExpired } from './ttl.ts';
import { ClientConnection } from './wire/connection.ts';

export interface ServerOptions {
  dataDir: string;
  port: number;
  host: string;
  /** Seconds between two rounds of removing expired documents. */
  ttlSeconds: number;
  /** The most that a stage may hold, in bytes. */
  memoryLimit: number;
  /** Allows `configureFailPoint`. */
  testCommands: boolean;
}

/** One instance: a data directory served on a port. */
export class Server {
  readonly options: ServerOptions;
  readonly store: Store;
  readonly direct: DirectView;
  readonly cursors = new Cursors();
  readonly sessions: Sessions;
  readonly snapshots: Snapshots;
  readonly failPoints = new FailPoints();
  readonly startedAt = Date.now();
  readonly processId = ObjectId.next();
  readonly commandCounts = new Map<string, number>();
  address = '';
  private readonly log = new WriteLog();
  private readonly net: NetServer;
  private readonly connections = new Set<ClientConnection>();
  /** The commands that run, by number. */
  readonly running = new Map<number, CommandContext>();
  private lastOperation = 0;
  private readonly timers: NodeJS.Timeout[] = [];
  private connectionCount = 0;
  private closing: Promise<void> | undefined;

  private constructor(options: ServerOptions) {
    this.options = options;
    this.store = Store.open(options.dataDir);
    this.direct = new DirectView(this.store, (collection, rid) => this.log.note(collection, rid));
    this.sessions = new Sessions(this.store, this.log, (transaction) =>
      this.cursors.killWhere((cursor) => cursor.transaction === transaction),
    );
    this.snapshots = new Snapshots(this.store);
    this.net = createServer((socket) => this.accept(socket));
  }

  /** Opens the data directory and listens. Throws a one-line error when either cannot be done. */
  static async start(options: ServerOptions): Promise<Server> {
    const server = new Server(options);
    try {
      await new Promise<void>((resolve, reject) => {
        server.net.once('error', reject);
        server.net.listen(options.port, options.host, resolve);
      });
    } catch (error) {
      server.store.close();
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Error(code === 'EADDRINUSE' ? `port ${options.port} is in use` : `cannot listen: ${message}`);
    }
    server.address = `${options.host}:${server.port}`;
    server.timers.push(
      setInterval(() => server.guarded(() => server.sweep()), 5000).unref(),
      setInterval(() => void server.guarded(() => removeExpired(server)), options.ttlSeconds * 1000).unref(),
    );
    return server;
  }

  get port(): number {
    return (this.net.address() as AddressInfo).port;
  }

  get openConnections(): number {
    return this.connections.size;
  }

  get acceptedConnections(): number {
    return this.connectionCount;
  }

  /** Ends what runs, writes everything to disk and lets go of the directory. */
  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async shutDown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const { operation } of this.running.values()) {
      operation.kill(new MongoError(11600, 'interrupted at shutdown'));
    }
    for (const connection of this.connections) connection.end();
    await new Promise((resolve) => this.net.close(resolve));
    this.sessions.close();
    this.snapshots.close();
    this.store.close();
  }

  private accept(socket: Socket): void {
    const connection = new ClientConnection(
      ++this.connectionCount,
      socket,
      (command) => this.handle(command, connection),
      (error) => this.errorReply(error),
    );
    this.connections.add(connection);
    socket.on('close', () => {
      this.connections.delete(connection);
      connection.onClose?.();
    });
  }

  private sweep(): void {
    this.cursors.sweep();
    this.sessions.sweep();
    this.snapshots.sweep();
  }

  private async guarded(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.closing) console.error(`embedded-mongo: housekeeping failed: ${(error as Error).message}`);
    }
  }

  /** Runs one command and answers when what it has written or seen is on disk. */
  async handle(command: Doc, connection: ClientConnection): Promise<Doc> {
    const { aborts } = this.store;
    try {
      const spec = this.specOf(command);
      const struck = this.options.testCommands ? await this.failPoints.strike(spec, command, connection) : undefined;
      const reply = await this.runSession(spec, command, connection);
      await this.store.durable();
      for (const [field, value] of struck ?? []) reply.set(field, value);
      if (this.store.aborts !== aborts) throw new MongoError(1, 'storage failed: what was written meanwhile is lost');
      return this.finish(reply);
    } catch (error) {
      if (!(error instanceof MongoError) && this.store.writing) this.store.abort(error);
      return this.errorReply(error, command);
    }
  }

  private specOf(command: Doc): CommandSpec {
    const name = command.keys().next().value ?? '';
    const spec = findCommand(name);
    if (!spec) throw new MongoError(59, `no such command: '${name}'`);
    this.commandCounts.set(spec.name, (this.commandCounts.get(spec.name) ?? 0) + 1);
    const { options } = spec;
    if (options === 'any') return spec;
    for (const field of command.keys()) {
      if (field !== name && !GENERIC_FIELDS.has(field) && !options.includes(field)) {
        fail(40415, `BSON field '${name}.${field}' is an unknown field.`);
      }
    }
    return spec;
  }

  private async runSession(spec: CommandSpec, command: Doc, connection: ClientConnection): Promise<Doc> {
    const db = command.get('$db');
    if (typeof db !== 'string' || db === '') fail(40571, "OP_MSG requests require a '$db' argument");
    const number = transactionNumber(command.get('txnNumber'));
    const lsid = command.get('lsid');
    const session = lsid === undefined ? undefined : this.sessions.get(lsid);
    const limit = command.get('maxTimeMS');
    if (limit !== undefined && !isNumeric(limit)) fail(2, `maxTimeMS must be a number, not ${typeName(limit)}`);
    const maxTimeMS = limit === undefined ? 0 : toNumber(limit);
    if (!(maxTimeMS >= 0)) fail(2, `maxTimeMS value ${maxTimeMS} is out of range`);
    const wanted = checkReadConcern(spec, command);
    checkWriteConcern(command);
    const context: CommandContext = {
      server: this,
      connection,
      db,
      command,
      target: command.values().next().value,
      operation: new Operation(maxTimeMS),
      session,
      transaction: undefined,
      snapshot: undefined,
      retry: undefined,
      view: this.direct,
      find: (database, name) => this.store.find(database, name),
      create: (database, name) => this.store.findOrCreate(database, name),
    };
    if (wanted !== undefined) {
      const snapshot = wanted === 'newest' ? this.snapshots.newest() : this.snapshots.at(wanted);
      context.snapshot = snapshot;
      context.view = snapshot.view;
      context.find = (database, name) => snapshot.snapshot.find(database, name);
    }
    if (number === undefined) {
      if (command.has('autocommit') || command.has('startTransaction')) {
        fail(72, "'autocommit' and 'startTransaction' need a transaction number");
      }
      return this.run(spec, context);
    }
    if (!session) fail(72, 'Transaction number requires a session ID to also be specified');
    const leave = await session.enter();
    try {
      if (command.has('autocommit')) return await this.runInTransaction(spec, context, session, number);
      if (!spec.retryable)
        fail(50768, `txnNumber may only be provided for multi-document transactions and retryable write commands.`);
      this.sessions.number(session, number);
      if (session.transaction) this.sessions.abort(session);
      const around = this.options.testCommands ? this.failPoints.aroundWrites(connection) : undefined;
      context.retry = new RetryRecords(this.store, session, number, around);
      return await this.run(spec, context);
    } finally {
      leave();
    }
  }

  private async runInTransaction(
    spec: CommandSpec,
    context: CommandContext,
    session: Session,
    number: bigint,
  ): Promise<Doc> {
    const { command } = context;
    if (command.get('autocommit') !== false) fail(72, "'autocommit' can only be false");
    if (!spec.inTransaction) {
      if (command.get('startTransaction') !== true) this.sessions.current(session, number);
      throw new MongoError(263, `Cannot run '${spec.name}' in a multi-document transaction.`);
    }
    if (spec.name === 'commitTransaction' || spec.name === 'abortTransaction') return this.run(spec, context);
    if (command.has('writeConcern')) fail(72, 'writeConcern is not allowed within a multi-statement transaction');
    let transaction: Transaction;
    if (command.get('startTransaction') === true) transaction = this.sessions.begin(session, number);
    else {
      transaction = this.sessions.current(session, number);
      if (command.has('readConcern')) fail(72, 'Only the first command in a transaction may specify a readConcern');
    }
    context.transaction = transaction;
    context.view = transaction.view;
    context.find = (db, name) => transaction.find(db, name);
    context.create = (db, name) => transaction.find(db, name) ?? transaction.create(db, name);
    try {
      return await this.run(spec, context);
    } catch (error) {
      // Any error ends the transaction, as it does in MongoDB.
      if (session.transaction === transaction) this.sessions.abort(session);
      throw error;
    }
  }

  private async run(spec: CommandSpec, context: CommandContext): Promise<Doc> {
    const number = ++this.lastOperation;
    this.running.set(number, context);
    try {
      return await spec.run(context);
    } finally {
      this.running.delete(number);
    }
  }

  private finish(reply: Doc): Doc {
    if (!reply.has('ok')) reply.set('ok', OK);
    const time = Timestamp.next();
    reply.set('operationTime', time);
    reply.set('$clusterTime', doc({ clusterTime: time, signature: SIGNATURE }));
    return reply;
  }

  /** The reply for an error; bugs are logged and answered as an internal error. */
  errorReply(error: unknown, command?: Doc): Doc {
    let known: MongoError;
    if (error instanceof MongoError) known = error;
    else {
      console.error('embedded-mongo: internal error', error);
      known = new MongoError(1, `internal error: ${(error as Error).message}`);
    }
    const { code, message, extra } = known;
    const spec = command && findCommand(command.keys().next().value ?? '');
    const labels = known.labels.length > 0 || !spec ? known.labels : labelsOf(code, spec, command);
    return this.finish(
      doc({
        ok: NOT_OK,
        errmsg: message,
        code,
        codeName: codeName(code),
        ...extra,
        errorLabels: labels.length > 0 ? labels : undefined,
      }),
    );
  }
}

const OK = double(1);
const NOT_OK = double(0);
const SIGNATURE = doc({ hash: new Binary(0, new Uint8Array(20)), keyId: 0n });
