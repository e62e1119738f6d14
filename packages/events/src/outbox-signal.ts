/** Tells the relay of the same process that there is something to carry, so that it need not wait for its next look. */
import type { Connection } from 'mongoose';

const listeners = new WeakMap<Connection, Set<() => void>>();

export function onOutboxWrite(connection: Connection, listener: () => void): () => void {
  const known = listeners.get(connection) ?? new Set();
  listeners.set(connection, known.add(listener));
  return () => known.delete(listener);
}

export function outboxWritten(connection: Connection): void {
  for (const listener of listeners.get(connection) ?? []) listener();
}
