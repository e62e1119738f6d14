import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { redact } from './log-file.ts';
import { ManagedProcess, type ProcessSpec } from './managed-process.ts';
import { saysReady } from './ready.ts';
import { identify, isAlive, ProcessRegistry } from './registry.ts';

let folder: string;
let registry: ProcessRegistry;
const running: ManagedProcess[] = [];
const restarts: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salesgraph-processes-'));
  registry = new ProcessRegistry(join(folder, 'run/processes.json'));
  restarts.length = 0;
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
  await rm(folder, { recursive: true, force: true });
});

const READY = 'process.send({ ready: true });';
const STAY = 'setInterval(() => {}, 1000);';

async function managed(source: string, more: Partial<ProcessSpec> = {}): Promise<ManagedProcess> {
  const script = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  await writeFile(script, source);
  const env = { ...process.env, NODE_OPTIONS: '' };
  const spec: ProcessSpec = { name: 'fake', role: 'all', run: { script }, env, isReady: saysReady(), ...more };
  const result = new ManagedProcess(spec, { logs: folder, registry, onRestart: (line) => restarts.push(line) });
  running.push(result);
  return result;
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); await wait(20)) {
    if (Date.now() > deadline) throw new Error('not within 10 s');
  }
}

describe('a process of the house', () => {
  test('is started again when it dies, and written down with its new number', async () => {
    const fake = await managed(READY + STAY);
    await fake.start();
    const first = fake.pid as number;
    process.kill(first, 'SIGKILL');
    await until(() => fake.pid !== first && isAlive(identify(fake.pid as number)));
    expect(restarts[0]).toContain('fake ended with SIGKILL; starting it again');
    expect(JSON.parse(await readFile(join(folder, 'run/processes.json'), 'utf8')).processes).toMatchObject([
      { name: 'fake', pid: fake.pid },
    ]);
  });

  test('that does not start is reported with the reason from its log', async () => {
    const fake = await managed("console.error('error: PORT is not a number'); process.exit(3);");
    await expect(fake.start()).rejects.toThrow(
      /fake did not start: it ended with exit code 3: error: PORT is not a number\. .*fake\.log/,
    );
    expect(restarts).toEqual([]);
  });

  test('that is never ready is reported too', async () => {
    const fake = await managed(STAY, { startTimeoutMs: 300 });
    await expect(fake.start()).rejects.toThrow('not ready in time');
  });

  test('is given time to drain and is then ended outright', async () => {
    const drains = await managed(
      `process.on('SIGTERM', () => { console.log('drained'); process.exit(0); });${READY}${STAY}`,
      { name: 'drains' },
    );
    const hangs = await managed(`process.on('SIGTERM', () => {});${READY}${STAY}`, {
      name: 'hangs',
      stopTimeoutMs: 200,
    });
    await Promise.all([drains.start(), hangs.start()]);
    await Promise.all([drains.stop(), hangs.stop()]);
    expect(await readFile(join(folder, 'drains.log'), 'utf8')).toContain('drained');
    expect(await readFile(join(folder, 'hangs.log'), 'utf8')).toContain('ended with SIGKILL');
  });

  test('ends by itself when its launcher is killed outright', async () => {
    const child = join(folder, 'child.mjs');
    await writeFile(child, STAY);
    const tether = join(import.meta.dirname, 'tether.ts');
    const launcher = join(folder, 'launcher.mjs');
    await writeFile(
      launcher,
      `import { spawn } from 'node:child_process';
       const child = spawn(process.execPath, ['--import', ${JSON.stringify(tether)}, ${JSON.stringify(child)}], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
       setTimeout(() => console.log(child.pid), 300); ${STAY}`,
    );
    const started: ChildProcess = spawn(process.execPath, [launcher], { env: { ...process.env, NODE_OPTIONS: '' } });
    const [pid] = await once(started.stdout as NonNullable<ChildProcess['stdout']>, 'data');
    const identity = identify(Number(pid));
    expect(isAlive(identity)).toBe(true);
    started.kill('SIGKILL');
    await until(() => !isAlive(identity));
  });
});

describe('what an earlier launcher left behind', () => {
  const leftBy = (launcher: number, processes: { pid: number; startedAt: string | null }[]) =>
    writeFile(
      join(folder, 'processes.json'),
      JSON.stringify({
        launcher: { pid: launcher, startedAt: launcher === process.pid ? identify(launcher).startedAt : '1' },
        processes: processes.map((each, index) => ({ name: `p${index}`, role: 'all', ...each })),
      }),
    );

  test('is ended, but never a later process that took over the number', async () => {
    const orphan = spawn(process.execPath, ['-e', STAY]);
    const stranger = spawn(process.execPath, ['-e', STAY]);
    await Promise.all([once(orphan, 'spawn'), once(stranger, 'spawn')]);
    await leftBy(2 ** 22 + 1, [identify(orphan.pid as number), { pid: stranger.pid as number, startedAt: '1' }]);
    expect(await new ProcessRegistry(join(folder, 'processes.json')).clearOrphans(folder)).toEqual(['p0']);
    expect(isAlive(identify(stranger.pid as number))).toBe(true);
    stranger.kill('SIGKILL');
  });

  test('is left alone while that launcher still runs', async () => {
    await leftBy(process.pid, []);
    await expect(new ProcessRegistry(join(folder, 'processes.json')).clearOrphans(folder)).rejects.toThrow(
      `process ${process.pid}`,
    );
  });

  test('a half-written file is no obstacle', async () => {
    await writeFile(join(folder, 'processes.json'), '{"launcher":');
    expect(await new ProcessRegistry(join(folder, 'processes.json')).clearOrphans(folder)).toEqual([]);
  });
});

test.each([
  ['authorization: Bearer abc.def-1', 'authorization: [redacted] [redacted]'],
  ['{"authorization":"Bearer abc"}', '{"authorization":"[redacted] [redacted]"}'],
  ['connect mongodb://root:s3cr3t@db:27017/x', 'connect mongodb://[redacted]@db:27017/x'],
  ['REDIS redis://:pw@127.0.0.1:6379', 'REDIS redis://[redacted]@127.0.0.1:6379'],
  ['got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln', 'got [token]'],
  ['{"password":"hunter2","user":"li"}', '{"password":"[redacted]","user":"li"}'],
  ['listening at mongodb://127.0.0.1:27117', 'listening at mongodb://127.0.0.1:27117'],
])('a log line keeps no secret: %s', (line, expected) => {
  expect(redact(line)).toBe(expected);
});
