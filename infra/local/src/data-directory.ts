import { existsSync, readdirSync } from 'node:fs';
import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchFault, reasonOf } from './fault.ts';

/** Raised when something here changes so that an older folder cannot be read any more. */
const FORMAT = 1;
/** What `--fresh` empties: never the folder itself, which may hold other things. */
const CONTENT = ['mongo', 'redis', 'keys', 'logs', 'run', 'demo.json', 'people.json', 'format.json'];

/** The folder in which the local stack keeps everything, `.data` unless another is given. */
export interface DataDirectory {
  path: string;
  logs: string;
  keys: string;
  redis: string;
  processesFile: string;
  /** Where a ready house answers, for the other commands; absent while none is ready. */
  readyFile: string;
  demoFile: string;
  peopleFile: string;
  mongo(service: string): string;
}

function layOut(path: string): DataDirectory {
  return {
    path,
    logs: join(path, 'logs'),
    keys: join(path, 'keys'),
    redis: join(path, 'redis'),
    processesFile: join(path, 'run', 'processes.json'),
    readyFile: join(path, 'run', 'ready.json'),
    demoFile: join(path, 'demo.json'),
    peopleFile: join(path, 'people.json'),
    mongo: (service) => join(path, 'mongo', service),
  };
}

async function requireFormat(path: string): Promise<void> {
  const file = join(path, 'format.json');
  const advice = 'Begin anew with "npm start -- --fresh", or choose another folder with --data or SALESGRAPH_DATA.';
  if (!existsSync(file)) {
    const older = readdirSync(path).some((name) => name === 'mongo' || name === 'redis');
    if (older)
      throw new LaunchFault(`The data in ${path} was written by an older version that this one cannot read. ${advice}`);
    await writeFile(file, `${JSON.stringify({ format: FORMAT })}\n`);
    return;
  }
  let format: unknown;
  try {
    format = (JSON.parse(await readFile(file, 'utf8')) as { format?: unknown }).format;
  } catch (error) {
    throw new LaunchFault(`${file} cannot be read (${reasonOf(error)}). ${advice}`);
  }
  if (format !== FORMAT) {
    const age = Number(format) > FORMAT ? 'a newer' : 'an older';
    throw new LaunchFault(
      `The data in ${path} was written by ${age} version (format ${format}, this one reads ${FORMAT}). ${advice}`,
    );
  }
}

/** @returns the layout without touching the disk */
export const dataDirectory = layOut;

/** Removes what the local stack wrote, and nothing else. */
export async function emptyDataDirectory(path: string): Promise<void> {
  for (const name of CONTENT) await rm(join(path, name), { recursive: true, force: true });
}

/** Creates what is missing. @throws LaunchFault when the folder cannot be written or holds data of another version */
export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const data = layOut(path);
  try {
    for (const folder of [path, data.logs, data.keys, data.redis, join(path, 'run')])
      await mkdir(folder, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    throw new LaunchFault(
      `The data folder ${path} cannot be used (${reasonOf(error)}): choose another with --data or SALESGRAPH_DATA.`,
    );
  }
  return data;
}

/** Call before anything is written: an older folder is left as it is. */
export async function checkDataDirectory(path: string): Promise<void> {
  if (!existsSync(path)) {
    await mkdir(path, { recursive: true }).catch((error) => {
      throw new LaunchFault(
        `The data folder ${path} cannot be created (${reasonOf(error)}): choose another with --data or SALESGRAPH_DATA.`,
      );
    });
  }
  try {
    readdirSync(path);
  } catch (error) {
    throw new LaunchFault(
      `The data folder ${path} cannot be used (${reasonOf(error)}): choose another with --data or SALESGRAPH_DATA.`,
    );
  }
  await requireFormat(path);
}
