/** `npm run rebuild -- SERVICE`: makes what a service keeps of others anew from everything they have told. */
import { connectToHouse, createProgress, GraphFault, NotSettled } from '@salesgraph/importer';
import { Argument, Command } from 'commander';
import { reasonOf } from '../fault.ts';
import { SERVICE_NAMES, type ServiceName } from '../services.ts';
import { RebuildStalled, rebuild } from './rebuilding.ts';

const HELP = `
The service goes on answering meanwhile. The work is done by its workers: when this command is stopped it goes on, and
started again it is followed. Exit code: 0 when copies and log agree, 1 otherwise.`;

interface Settings {
  consumer?: string;
  url?: string;
  token?: string;
  as: string;
}

const command = new Command('npm run rebuild --')
  .addArgument(new Argument('<service>', 'whose copies of others are made anew').choices(SERVICE_NAMES))
  .option('--consumer <name>', 'the copies of this consumer alone')
  .option('--url <url>', 'the graph (default: the running house)')
  .option('--token <jwt>', 'token of an administrator')
  .option('--as <account>', 'whom to ask the local issuer a token for', 'administrator')
  .addHelpText('after', HELP)
  .parse();
const [service] = command.args as [ServiceName];
const { consumer, ...settings } = command.opts<Settings>();

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const progress = createProgress(process.stdout);
const number = (value: number | null) => (value ?? 0).toLocaleString('en-US');

try {
  const client = await connectToHouse(settings, {
    ...{ env: process.env, cwd: process.cwd(), signal: stop.signal },
    onRetry: (reason) => progress.say(`  trying again: ${reason}`),
  });
  progress.say(`Rebuilding what ${service} keeps of others, at ${client.url}`);
  let shown: string | undefined;
  const done = await rebuild({
    ...{ client, service, signal: stop.signal, ...(consumer && { consumer }) },
    onProgress({ consumer: name, events, eventsBefore, finishedAt }) {
      if (finishedAt !== null) return;
      if (shown !== name) progress.begin(name, eventsBefore || null);
      shown = name;
      progress.at(events);
    },
  });
  progress.end();
  for (const { consumer: name, events, documents, removed } of done) {
    const gone = removed > 0 ? `, ${number(removed)} taken away of which nothing was ever told` : '';
    process.stdout.write(`  ${name}: ${number(documents)} documents from ${number(events)} events${gone}\n`);
  }
  process.stdout.write(
    done.length > 0 ? 'Rebuilt: what was told and what was heard agree.\n' : `${service} keeps nothing of others.\n`,
  );
} catch (fault) {
  progress.end('stopped');
  const known = fault instanceof GraphFault || fault instanceof RebuildStalled || fault instanceof NotSettled;
  const said = stop.signal.aborted
    ? 'Stopped. The rebuild goes on; start the command again to follow it.'
    : reasonOf(fault);
  process.stderr.write(`${known || stop.signal.aborted ? said : `The rebuild cannot be followed: ${said}`}\n`);
  process.exitCode = stop.signal.aborted ? 130 : 1;
}
