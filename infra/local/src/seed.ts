import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dayOf } from '@salesgraph/calendar';
import { loadDemo } from '@salesgraph/demo';
import type { DataDirectory } from './data-directory.ts';
import { LaunchFault, reasonOf } from './fault.ts';
import { askGraph, requestToken } from './graph.ts';
import type { Addresses } from './plan.ts';

/** Somebody whose token the local issuer hands out. */
export interface Person {
  code: string;
  name: string;
  role: string;
}

interface Seeding {
  addresses: Addresses;
  data: DataDirectory;
  env: NodeJS.ProcessEnv;
  onProgress(line: string): void;
}

const readJson = async <T>(file: string): Promise<T | undefined> =>
  existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as T) : undefined;

const isEmpty = async ({ addresses }: Seeding): Promise<boolean> => {
  const token = await requestToken(addresses.console, 'administrator');
  const { company } = await askGraph<{ company: { code: string } | null }>(
    addresses.graph,
    token,
    '{ company { code } }',
  );
  return company === null;
};

/**
 * Loads the demo company when the databases are empty, or when an earlier start was ended in the middle of loading it.
 * It arrives through the graph like any import, so loading it again is harmless.
 * @returns the people of the demo company; none when the databases hold another company
 */
export async function seedDemo(seeding: Seeding): Promise<Person[]> {
  const { addresses, data, env } = seeding;
  const demo = await readJson<{ state: 'loading' | 'loaded' }>(data.demoFile);
  if (demo?.state !== 'loading' && !(await isEmpty(seeding))) return (await readJson<Person[]>(data.peopleFile)) ?? [];

  seeding.onProgress('Loading the demo company ...');
  await writeFile(data.demoFile, `${JSON.stringify({ state: 'loading' })}\n`);
  const now = env.SALESGRAPH_NOW ? new Date(env.SALESGRAPH_NOW) : new Date();
  try {
    const { people } = await loadDemo({
      gatewayUrl: addresses.graph,
      tokenFor: (as) => requestToken(addresses.console, as),
      today: dayOf(now, env.BUSINESS_TIME_ZONE || 'Asia/Shanghai'),
      onProgress: seeding.onProgress,
    });
    await writeFile(data.peopleFile, `${JSON.stringify(people, null, 2)}\n`);
    await writeFile(data.demoFile, `${JSON.stringify({ state: 'loaded' })}\n`);
    return people;
  } catch (error) {
    throw new LaunchFault(
      `The demo company could not be loaded: ${reasonOf(error).replace(/\.$/, '')}. Start with --no-demo to go without it (logs: ${data.logs}).`,
    );
  }
}
