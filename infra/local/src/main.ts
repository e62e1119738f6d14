/** `npm start`: the whole house on this machine. Exits with 0 when asked to stop, with 1 after one line that says why not. */
import { LaunchFault } from './fault.ts';
import { Launcher } from './house.ts';
import { parseOptions } from './options.ts';
import { seedDemo } from './seed.ts';
import { friendlySummary, readyLine } from './summary.ts';

const startedAt = Date.now();
const options = parseOptions(process.argv.slice(2), process.env);
const progress = options.json ? process.stderr : process.stdout;
const say = (line: string) => progress.write(`${line}\n`);
const launcher = new Launcher(options, process.env, { say });

let stopping = false;
async function stop(code: number, why?: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (why) say(why);
  await launcher.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping && signal === 'SIGINT') {
      launcher.kill();
      process.exit(130);
    }
    void stop(0, `${signal === 'SIGINT' ? '\n' : ''}Stopping (once more ends everything at once) ...`);
  });
}
// A closed terminal or pipe is no reason to leave processes behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => void stop(1));

const launchedBy = Number(process.env.SALESGRAPH_LAUNCHED_BY ?? 0);
if (launchedBy > 0) {
  setInterval(() => {
    if (process.ppid !== launchedBy) void stop(1, 'The process that started this one is gone. Stopping ...');
  }, 500).unref();
}

try {
  const house = await launcher.start();
  const { addresses, data } = house;
  const people = options.demo ? await seedDemo({ addresses, data, env: process.env, onProgress: say }) : [];
  if (!stopping) {
    if (options.json) process.stdout.write(`${readyLine(house, options)}\n`);
    else say(friendlySummary(house, people, (Date.now() - startedAt) / 1000));
  }
} catch (error) {
  if (!stopping)
    await stop(1, error instanceof LaunchFault ? error.message : `${error instanceof Error ? error.stack : error}`);
}
