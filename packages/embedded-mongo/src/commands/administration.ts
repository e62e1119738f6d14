/** What shells and dashboards ask an instance for: mostly that there is nothing of the kind here. */
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, doc, integer } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import type { Server } from '../server.ts';
import { flag } from './arguments.ts';
import { register } from './registry.ts';

/** Every command that runs, as `currentOp` and `$currentOp` show it. */
export function currentOperations(server: Server): Doc[] {
  return [...server.running].map(([opid, { db, command, operation }]) =>
    doc({
      type: 'op',
      host: server.address,
      opid: integer(opid),
      active: true,
      op: 'command',
      ns: `${db}.$cmd`,
      command,
      microsecs_running: integer(Math.round((performance.now() - operation.startedAt) * 1000)),
    }),
  );
}

register(
  {
    name: 'currentOp',
    summary: 'the commands that run',
    options: [],
    run: ({ server }) => doc({ inprog: currentOperations(server) }),
  },
  {
    name: 'killOp',
    summary: 'ends a command that runs',
    options: ['op'],
    run({ command, server }) {
      const op = command.get('op');
      if (!isNumeric(op)) fail(14, "killOp needs the number of an operation in 'op'");
      server.running.get(toNumber(op))?.operation.kill(new MongoError(11601, 'operation was interrupted'));
      return doc({ info: 'attempting to kill op' });
    },
  },
  {
    name: 'replSetGetConfig',
    summary: 'a replica set of one node',
    options: ['commitmentStatus'],
    run: ({ server }) =>
      doc({
        config: {
          _id: 'embedded',
          version: 1,
          term: 1,
          members: [{ _id: 0, host: server.address, arbiterOnly: false, hidden: false, priority: 1, votes: 1 }],
          protocolVersion: 1n,
          writeConcernMajorityJournalDefault: true,
        },
      }),
  },
  {
    name: 'getDefaultRWConcern',
    summary: 'the read and write concern where none is given',
    options: ['inMemory'],
    run: () =>
      doc({
        defaultReadConcern: { level: 'local' },
        defaultWriteConcern: { w: 'majority', wtimeout: 0 },
        defaultReadConcernSource: 'implicit',
        defaultWriteConcernSource: 'implicit',
      }),
  },
  {
    name: 'usersInfo',
    summary: 'there are no users',
    options: ['filter', 'showCredentials', 'showPrivileges', 'showCustomData', 'showAuthenticationRestrictions'],
    run: () => doc({ users: [] }),
  },
  {
    name: 'rolesInfo',
    summary: 'there are no roles',
    options: ['showBuiltinRoles', 'showPrivileges', 'showAuthenticationRestrictions'],
    run: () => doc({ roles: [] }),
  },
  {
    name: 'profile',
    summary: 'the profiler is off',
    options: ['slowms', 'sampleRate', 'filter'],
    run({ target }) {
      if (isNumeric(target) && toNumber(target) > 0) fail(115, 'profiling is not supported');
      return doc({ was: 0, slowms: 100, sampleRate: 1 });
    },
  },
  {
    name: 'fsync',
    summary: 'nothing to do: what was acknowledged is on disk',
    options: ['lock', 'fsyncLockAcquisitionTimeoutMillis'],
    run({ command }) {
      if (flag(command, 'lock')) fail(115, 'the server cannot be locked');
      return doc({ numFiles: 1 });
    },
  },
  {
    name: 'planCacheClear',
    summary: 'nothing to do: plans are made anew for every command',
    options: ['query', 'projection', 'sort', 'planCacheKey'],
    run: () => doc({}),
  },
);
