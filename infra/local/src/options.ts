import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { SERVICE_NAMES, type ServiceName } from './services.ts';

/** What the person asked for on the command line. */
export interface Options {
  /** Folder of the databases, keys and logs. */
  dataDir: string;
  /** Begin anew: the embedded databases and queues are emptied first. */
  fresh: boolean;
  /** Load the demo company into empty databases. */
  demo: boolean;
  /** The services to run: all, or one alone with its database, behind the gateway. */
  services: readonly ServiceName[];
  /** Take free ports in place of the usual ones. */
  autoPorts: boolean;
  /** Run the API and the workers of every service as processes of their own. */
  split: boolean;
  /** Print one JSON line when ready and nothing else on standard output. */
  json: boolean;
}

/** @param args without the program: `process.argv.slice(2)` */
export function parseOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const command = new Command('npm start --')
    .description('Brings up the whole graph on this machine.')
    .option('--data <folder>', 'folder of the databases, keys and logs', env.SALESGRAPH_DATA ?? '.data')
    .option('--fresh', 'begin anew: empty the databases and queues in that folder', false)
    .option('--no-demo', 'do not load the demo company into empty databases')
    .addOption(new Option('--only <service>', 'run one service alone, behind the gateway').choices(SERVICE_NAMES))
    .option('--ports <fixed|auto>', 'auto takes free ports in place of the usual ones', 'fixed')
    .option('--split', 'run the API and the workers of each service as separate processes', false)
    .option('--json', 'print one JSON line when ready', false)
    .allowExcessArguments(false);
  command.parse([...args], { from: 'user' });
  const given = command.opts<{
    data: string;
    fresh: boolean;
    demo: boolean;
    only?: ServiceName;
    ports: string;
    split: boolean;
    json: boolean;
  }>();
  if (given.ports !== 'fixed' && given.ports !== 'auto')
    command.error(`error: --ports is fixed or auto, not ${given.ports}`);
  return {
    dataDir: resolve(given.data),
    fresh: given.fresh,
    // The demo company belongs to all of them.
    demo: given.demo && given.only === undefined,
    services: given.only ? [given.only] : SERVICE_NAMES,
    autoPorts: given.ports === 'auto',
    split: given.split,
    json: given.json,
  };
}
