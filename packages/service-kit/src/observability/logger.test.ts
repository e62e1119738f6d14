/** The log says what happened and no secret. */
import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createLogger, metrics, redactText, startOpsServer } from '../index.ts';

function logging() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, log: createLogger('test', { level: 'info', destination }) };
}

describe('a line of the log', () => {
  test.each<[string, (log: ReturnType<typeof createLogger>) => void]>([
    [
      'by name',
      (log) => log.info({ password: 'hunter2', nested: { apiToken: 'hunter2', deep: [{ secret: 'hunter2' }] } }, 'x'),
    ],
    ['in a header', (log) => log.info({ headers: { authorization: 'Bearer hunter2.abc' } }, 'x')],
    ['in a text', (log) => log.warn({ url: 'mongodb://root:hunter2@db/x' }, 'redis://:hunter2@cache failed')],
    ['in an error', (log) => log.error({ err: new Error('cannot reach mongodb://root:hunter2@db') }, 'x')],
    ['in a lone error', (log) => log.error(new Error('cannot reach mongodb://root:hunter2@db'))],
    [
      'in the cause of an error',
      (log) => log.error({ err: new Error('x', { cause: new Error('redis://a:hunter2@b') }) }, 'x'),
    ],
  ])('holds no secret %s', (_, write) => {
    const { lines, log } = logging();
    write(log);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('hunter2');
    expect(JSON.parse(lines[0]!)).toMatchObject({ name: 'test', time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) });
  });

  test('keeps the host of a connection string and what is no secret', () => {
    expect(redactText('mongodb://root:pw@db.example:27017/x')).toBe('mongodb://[hidden]@db.example:27017/x');
    expect(redactText('mongodb://db.example:27017/x')).toBe('mongodb://db.example:27017/x');
    expect(redactText('token eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln')).toBe('token [hidden]');
    const { lines, log } = logging();
    log.info({ count: 3, at: new Date(0), list: new Map([['a', 1]]) }, 'done');
    expect(JSON.parse(lines[0]!)).toMatchObject({ count: 3, msg: 'done', list: '[Map]', level: 'info' });
  });
});

test('the operations port tells whether the process is alive, of use, and what it measures', async () => {
  let fine = true;
  const never = () => new Promise<never>(() => {});
  const ops = await startOpsServer({
    port: 0,
    checks: {
      database: async () => {
        if (!fine) throw new Error('gone');
      },
      queue: () => (fine ? Promise.resolve() : never()),
    },
  });
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${ops.port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  metrics.counter({ name: 'salesgraph_test_total', help: 'Tests' }).inc(3);
  expect(await ask('/readyz')).toMatchObject({ status: 200 });
  expect((await ask('/metrics')).text).toContain('salesgraph_test_total 3');
  fine = false;
  expect(await ask('/healthz')).toMatchObject({ status: 200 });
  const unready = await ask('/readyz');
  expect(unready.status).toBe(503);
  expect(JSON.parse(unready.text)).toEqual({ status: 'not ready', checks: { database: false, queue: false } });
  fine = true;
  ops.drain();
  expect(JSON.parse((await ask('/readyz')).text)).toMatchObject({ status: 'draining' });
  await ops.close();
});
