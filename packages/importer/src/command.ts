/** `npm run import`: the command line around an import. */
import { basename, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { GRAPH_LIMITS } from './graph/batches.ts';
import { type GraphClient, GraphFault } from './graph/client.ts';
import { connectToHouse, DEFAULT_URL } from './graph/house.ts';
import { NotSettled } from './graph/settling.ts';
import { importFolder } from './importing.ts';
import { findMapping } from './mappings/index.ts';
import { FileFault } from './reading/rows.ts';
import { createProgress, type ProgressStream } from './report/progress.ts';
import { openRejects } from './report/rejects-file.ts';
import { summaryOf } from './report/summary.ts';
import { Tally } from './report/tally.ts';

/** The outside of a command: what it reads and writes, so that tests can stand in for a shell. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  cwd: string;
  out: ProgressStream;
  /** Faults go here. */
  err: { write(text: string): unknown };
  signal: AbortSignal;
}

/** All rows accepted, the import failed, some rows rejected, stopped by Ctrl-C. */
export const EXIT = { ok: 0, failed: 1, rejected: 2, stopped: 130 } as const;

interface Settings {
  mapping: string;
  dryRun?: true;
  url?: string;
  token?: string;
  as: string;
  rejects?: string;
  batchRows: number;
}

const HELP = `
Exit code: 0 when every row was accepted, 2 when rows were rejected, 1 when the import failed.
Environment: SALESGRAPH_URL, SALESGRAPH_TOKEN, ISSUER_URL or CONSOLE_PORT.
Running an import again changes nothing, so one that was stopped is simply started again.`;

function parseArguments(args: string[], { out, err }: Surroundings): { folder: string; settings: Settings } {
  const command = new Command('npm run import --')
    .argument('<folder>', 'folder with the CSV or NDJSON files')
    .requiredOption('--mapping <name>', 'mapping: crm, organization, people, or the path of a module of your own')
    .option('--dry-run', 'check every row and write nothing; a graph that is there is asked what it would do')
    .option('--url <url>', `the graph (default: the running house, else ${DEFAULT_URL})`)
    .option('--token <jwt>', 'token of a service account that may import')
    .option('--as <account>', 'whom to ask the local issuer a token for', 'importer')
    .option('--rejects <file>', 'where rows go that could not be taken over, one JSON object a line')
    .option('--batch-rows <n>', `rows a call at most, 1 to ${GRAPH_LIMITS.rows}`, batchRowsIn, GRAPH_LIMITS.rows)
    .addHelpText('after', HELP)
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) });
  command.parse(args, { from: 'user' });
  return { folder: command.args[0]!, settings: command.opts<Settings>() };
}

function batchRowsIn(text: string): number {
  const rows = Number(text);
  if (Number.isInteger(rows) && rows >= 1 && rows <= GRAPH_LIMITS.rows) return rows;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${GRAPH_LIMITS.rows}.`);
}

/** Runs the command. @returns its exit code */
export async function runCommand(args: string[], surroundings: Surroundings): Promise<number> {
  const { cwd, err, signal, env } = surroundings;
  try {
    const { folder, settings } = parseArguments(args, surroundings);
    return await runImport(resolve(cwd, folder), settings, surroundings);
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.ok : EXIT.failed;
    if (signal.aborted) {
      err.write('Stopped. Start the same import again to complete it: what is in is not sent twice.\n');
      return EXIT.stopped;
    }
    err.write(`${wordsFor(fault)}\n`);
    if (env.DEBUG && fault instanceof Error) err.write(`${fault.stack}\n`);
    return EXIT.failed;
  }
}

async function runImport(folder: string, settings: Settings, { env, cwd, out, signal }: Surroundings): Promise<number> {
  const startedAt = performance.now();
  const mapping = await findMapping(settings.mapping);
  const progress = createProgress(out);
  const dryRun = settings.dryRun === true;
  const connecting = connectToHouse(settings, {
    ...{ env, cwd, signal },
    onRetry: (reason) => progress.say(`  trying again: ${reason}`),
  });
  const client = await (dryRun ? whereReachable(connecting) : connecting);
  const what = `${folder} as ${mapping.name}`;
  progress.say(
    dryRun ? `Checking ${what}${client ? ` against ${client.url}` : ''}` : `Importing ${what} into ${client?.url}`,
  );

  const path = resolve(cwd, settings.rejects ?? `${basename(folder)}.rejects.ndjson`);
  // A dry run writes nothing that was not asked for.
  const rejects =
    dryRun && settings.rejects === undefined ? null : openRejects(path, { always: settings.rejects !== undefined });
  const shown = createSample(progress.say);
  const tally = new Tally();
  const finish = (notices: string[]) => {
    rejects?.close();
    const paint = out.isTTY ? pc.createColors(true) : pc.createColors(false);
    const seconds = (performance.now() - startedAt) / 1000;
    return summaryOf(tally, {
      dryRun,
      tried: client !== null,
      seconds,
      notices,
      paint,
      rejectsPath: rejects && rejects.written > 0 ? path : null,
    });
  };
  try {
    const { notices } = await importFolder({
      folder,
      mapping,
      client,
      dryRun,
      limits: { ...GRAPH_LIMITS, rows: settings.batchRows },
      progress,
      signal,
      tally,
      onReject(reject) {
        rejects?.add(reject);
        shown(`  ${reject.file} line ${reject.line}: ${reject.reason}`);
      },
    });
    const alone = dryRun && !client ? ['No graph is there to be asked: the files alone were checked.'] : [];
    out.write(finish([...notices, ...alone]));
    return tally.rejectedRows > 0 ? EXIT.rejected : EXIT.ok;
  } catch (fault) {
    progress.end('stopped');
    rejects?.close();
    throw fault;
  }
}

const MOST_SHOWN = 10;

/** Says the first few lines and then that there are more. */
function createSample(say: (line: string) => void): (line: string) => void {
  let count = 0;
  return (line) => {
    count += 1;
    if (count <= MOST_SHOWN) say(line);
    if (count === MOST_SHOWN + 1) say('  and more');
  };
}

/** A client whose graph answers; none when nothing does: a dry run needs no graph. @throws GraphFault when it refuses */
async function whereReachable(connecting: Promise<GraphClient>): Promise<GraphClient | null> {
  try {
    const client = await connecting;
    await client.ask('query Reached { __typename }');
    return client;
  } catch (fault) {
    if (fault instanceof GraphFault && fault.code === null) return null;
    throw fault;
  }
}

/** One line that says what went wrong and what to do. */
function wordsFor(fault: unknown): string {
  if (fault instanceof GraphFault) {
    if (fault.code === null) return `${fault.message} Is the house running (npm start)? --url gives another address.`;
    return `The graph refused: ${fault.message} (${fault.code})`;
  }
  if (fault instanceof FileFault || fault instanceof NotSettled) return fault.message;
  return `The import failed: ${fault instanceof Error ? fault.message : String(fault)}`;
}
