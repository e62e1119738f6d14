/** `npm start`: the whole house on this machine. Exits with 0 when asked to stop, with 1 after one line that says why not. */
import { rm, writeFile } from 'node:fs/promises';
import { dataDirectory } from './data-directory.ts';
import { LaunchFault, reasonOf } from './fault.ts';
import { Launcher } from './house.ts';
import { parseOptions } from './options.ts';
import { seedDemo } from './seed.ts';
import { friendlySummary, readyLine } from './summary.ts';

const startedAt = Date.now();
const options = parseOptions(process.argv.slice(2), process.env);
const progress = options.json ? process.stderr : process.stdout;
const say = (line: string) => progress.write(`${line}\n`);
const launcher = new Launcher(options, process.env, { say });
const { readyFile } = dataDirectory(options.dataDir);

let stopping = false;
/** Whether this launcher has the data folder; before, what lies in it may be another one's. */
let started = false;
async function stop(code: number, why?: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (why && code === 0) say(why);
  else if (why) process.stderr.write(`${why}\n`);
  if (started) await rm(readyFile, { force: true }).catch(() => undefined);
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
  started = true;
  await rm(readyFile, { force: true });
  const { addresses, data } = house;
  const people = options.demo ? await seedDemo({ addresses, data, env: process.env, onProgress: say }) : [];
  if (!stopping) {
    await writeFile(readyFile, `${JSON.stringify({ gateway: addresses.graph, issuer: addresses.console })}\n`);
    if (options.json) process.stdout.write(`${readyLine(house, options)}\n`);
    else say(friendlySummary(house, people, (Date.now() - startedAt) / 1000));
  }
} catch (error) {
  const why = error instanceof LaunchFault ? error.message : `Salesgraph cannot start: ${reasonOf(error)}`;
  if (process.env.DEBUG && error instanceof Error) say(`${error.stack}`);
  await stop(1, why.replaceAll(/\s*\n\s*/g, ' '));
}
