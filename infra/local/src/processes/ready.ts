import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

/** Ready when an HTTP address answers with 200. */
export const answersHttp = (url: string) => async (): Promise<boolean> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
  await response.arrayBuffer();
  return response.ok;
};

/** Ready when the process sends `{ ready: true }` over its channel. */
export function saysReady(): (child: ChildProcess) => Promise<boolean> {
  const said = new WeakSet<ChildProcess>();
  const watched = new WeakSet<ChildProcess>();
  return async (child) => {
    if (!watched.has(child)) {
      watched.add(child);
      child.on('message', (message: { ready?: boolean }) => {
        if (message?.ready) said.add(child);
      });
    }
    return said.has(child);
  };
}

/** Ready when the Redis on the port is the child itself and has read its data; a stranger there has another process id. */
export const answersRedis = (port: number) => (child: ChildProcess) => redisAnswers(port, child.pid);

/** One round trip in the Redis protocol, without a client library. */
export function redisAnswers(port: number, pid: number | undefined, timeoutMs = 500): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
    socket.once('connect', () => socket.write('INFO server\r\n'));
    socket.once('data', (data) => finish(data.toString().includes(`process_id:${pid}\r\n`)));
  });
}
