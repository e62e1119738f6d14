import { arch, platform, release, totalmem } from 'node:os';
import { MAX_DOCUMENT_BYTES } from '../bson/encode.ts';
import { DateTime, type Doc, doc, integer, ObjectId, Timestamp } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { MAX_MESSAGE_BYTES } from '../wire/frames.ts';
import { flag } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { allCommands, register } from './registry.ts';
import { MAX_STATEMENTS } from './write-errors.ts';

/** The version whose behaviour this server follows, and its wire version. */
export const MONGODB_VERSION = '7.0.0';
const VERSION_ARRAY = [7, 0, 0, 0];
const WIRE_VERSION = 21;

/** A replica set of one: that is what gives clients sessions, transactions and retryable writes. */
function hello({ server, connection, command }: CommandContext): Doc {
  const client = command.get('client');
  const application = client instanceof Map ? client.get('application') : undefined;
  if (application instanceof Map) connection.application = application.get('name');
  const primary = command.has('hello') ? 'isWritablePrimary' : 'ismaster';
  return doc({
    helloOk: true,
    [primary]: true,
    secondary: false,
    setName: 'embedded',
    setVersion: 1,
    hosts: [server.address],
    primary: server.address,
    me: server.address,
    electionId: new ObjectId(`\x7f\xff\xff\xff${'\0'.repeat(7)}\x01`),
    lastWrite: { opTime: { ts: Timestamp.next(), t: 1n }, lastWriteDate: new DateTime(Date.now()) },
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_STATEMENTS,
    localTime: new DateTime(Date.now()),
    logicalSessionTimeoutMinutes: 30,
    connectionId: connection.id,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  });
}

const HELLO_OPTIONS = [
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'hostInfo',
  'internalClient',
  'loadBalanced',
  'topologyVersion',
  'maxAwaitTimeMS',
  'backpressure',
];

/** The parts of `serverStatus` that can be left out. */
const SECTIONS = ['connections', 'opcounters', 'mem', 'metrics', 'logicalSessionRecordCache', 'repl', 'storageEngine'];

const PARAMETERS: Record<string, unknown> = {
  featureCompatibilityVersion: { version: '7.0' },
  transactionLifetimeLimitSeconds: 60,
  authenticationMechanisms: [],
  requireApiVersion: false,
};

register(
  {
    name: 'hello',
    aliases: ['isMaster', 'ismaster'],
    summary: 'the handshake: a replica set of one node',
    options: HELLO_OPTIONS,
    run: hello,
  },
  { name: 'ping', summary: 'answers', options: [], run: () => doc({}) },
  {
    name: 'buildInfo',
    aliases: ['buildinfo'],
    summary: 'the version whose behaviour is followed',
    options: [],
    run: () =>
      doc({
        version: MONGODB_VERSION,
        versionArray: VERSION_ARRAY,
        gitVersion: 'embedded-mongo',
        modules: ['embedded-mongo'],
        bits: 64,
        debug: false,
        maxBsonObjectSize: MAX_DOCUMENT_BYTES,
        storageEngines: ['sqlite'],
      }),
  },
  {
    name: 'serverStatus',
    summary: 'uptime, connections, cursors, sessions',
    options: 'any',
    run({ server, command }) {
      const seconds = (Date.now() - server.startedAt) / 1000;
      const opcounters = Object.fromEntries(
        ['insert', 'find', 'update', 'delete', 'getMore'].map((name) => [
          name === 'find' ? 'query' : name.toLowerCase(),
          integer(server.commandCounts.get(name) ?? 0),
        ]),
      );
      const { rss } = process.memoryUsage();
      const status = doc({
        host: server.address,
        version: MONGODB_VERSION,
        process: 'embedded-mongo',
        pid: BigInt(process.pid),
        uptime: Math.floor(seconds),
        localTime: new DateTime(Date.now()),
        connections: { current: server.openConnections, totalCreated: server.acceptedConnections, available: 10_000 },
        opcounters,
        mem: { bits: 64, resident: Math.round(rss / 1_048_576), supported: true },
        metrics: { cursor: { open: { total: server.cursors.size } } },
        logicalSessionRecordCache: { activeSessionsCount: server.sessions.size },
        repl: {
          setName: 'embedded',
          isWritablePrimary: true,
          secondary: false,
          hosts: [server.address],
          me: server.address,
        },
        storageEngine: { name: 'sqlite', supportsCommittedReads: true, persistent: true },
      });
      for (const section of SECTIONS) if (!flag(command, section, true)) status.delete(section);
      return status;
    },
  },
  {
    name: 'hostInfo',
    summary: 'the machine',
    options: [],
    run: () =>
      doc({
        system: {
          currentTime: new DateTime(Date.now()),
          cpuArch: arch(),
          memSizeMB: Math.round(totalmem() / 1_048_576),
        },
        os: { type: platform(), name: platform(), version: release() },
      }),
  },
  {
    name: 'getParameter',
    summary: 'the few parameters that clients ask for',
    options: Object.keys(PARAMETERS),
    run({ command, target }) {
      if (target === '*') return doc(PARAMETERS);
      const asked = Object.entries(PARAMETERS).filter(([name]) => command.has(name));
      if (asked.length === 0) fail(72, 'no option found to get');
      return doc(Object.fromEntries(asked));
    },
  },
  {
    name: 'getCmdLineOpts',
    summary: 'for mongosh',
    options: [],
    run: () => doc({ argv: ['embedded-mongo'], parsed: {} }),
  },
  {
    name: 'getLog',
    summary: 'for mongosh; there is no log',
    options: [],
    run: () => doc({ totalLinesWritten: 0, log: [] }),
  },
  {
    name: 'connectionStatus',
    summary: 'nobody is authenticated',
    options: ['showPrivileges'],
    run: () => doc({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  },
  {
    name: 'whatsmyuri',
    summary: 'for mongosh',
    options: [],
    run: ({ server }) => doc({ you: server.address }),
  },
  {
    name: 'replSetGetStatus',
    summary: 'a replica set of one node',
    options: [],
    run: ({ server }) =>
      doc({
        set: 'embedded',
        date: new DateTime(Date.now()),
        myState: 1,
        members: [{ _id: 0, name: server.address, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
      }),
  },
  {
    name: 'listCommands',
    summary: 'the commands of this table',
    options: [],
    run: () =>
      doc({ commands: Object.fromEntries(allCommands().map(({ name, summary }) => [name, { help: summary }])) }),
  },
);
