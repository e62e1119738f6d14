import { Binary, doc } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { transactionNumber } from '../sessions/sessions.ts';
import type { CommandContext } from './context.ts';
import { register } from './registry.ts';

function numberOf({ command }: CommandContext): bigint {
  return (
    transactionNumber(command.get('txnNumber')) ??
    fail(50768, 'commitTransaction and abortTransaction need a txnNumber')
  );
}

register(
  {
    name: 'startSession',
    summary: 'a new session',
    options: [],
    run() {
      const id = Buffer.alloc(16);
      crypto.getRandomValues(id);
      id[6] = (id[6] & 0x0f) | 0x40;
      id[8] = (id[8] & 0x3f) | 0x80;
      return doc({ id: { id: new Binary(4, id) }, timeoutMinutes: 30 });
    },
  },
  {
    name: 'endSessions',
    summary: 'ends sessions and their transactions',
    options: [],
    run({ target, server }) {
      if (!Array.isArray(target)) fail(14, "BSON field 'endSessions' must be an array");
      for (const lsid of target) server.sessions.endSession(lsid);
      return doc({});
    },
  },
  {
    name: 'refreshSessions',
    summary: 'keeps sessions alive',
    options: [],
    run({ target, server }) {
      if (!Array.isArray(target)) fail(14, "BSON field 'refreshSessions' must be an array");
      for (const lsid of target) server.sessions.get(lsid);
      return doc({});
    },
  },
  {
    name: 'killSessions',
    summary: 'ends sessions, their transactions and cursors',
    options: [],
    run({ target, server }) {
      if (!Array.isArray(target)) fail(14, "BSON field 'killSessions' must be an array");
      for (const lsid of target) {
        const { key } = server.sessions.get(lsid);
        server.cursors.killWhere((cursor) => cursor.session === key);
        server.sessions.endSession(lsid);
      }
      return doc({});
    },
  },
  {
    name: 'killAllSessions',
    summary: 'ends every session, its transaction and cursors',
    options: [],
    run({ server }) {
      server.cursors.killWhere((cursor) => cursor.session !== undefined);
      server.sessions.close();
      return doc({});
    },
  },
  {
    name: 'commitTransaction',
    summary: 'makes a transaction durable and visible',
    options: ['recoveryToken'],
    inTransaction: true,
    async run(context) {
      const { session, server } = context;
      if (!session) fail(50768, 'commitTransaction needs a session');
      server.sessions.commit(session, numberOf(context));
      return doc({});
    },
  },
  {
    name: 'abortTransaction',
    summary: 'forgets the writes of a transaction',
    options: ['recoveryToken'],
    inTransaction: true,
    run(context) {
      const { session, server } = context;
      if (!session) fail(50768, 'abortTransaction needs a session');
      server.sessions.current(session, numberOf(context));
      server.sessions.abort(session);
      return doc({});
    },
  },
);
