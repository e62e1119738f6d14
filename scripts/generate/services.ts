import { existsSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessReportTypeDefs } from '../../packages/access/src/index.ts';
import { eventTypeDefs } from '../../packages/events/src/index.ts';
import { ROOT } from '../checks/check.ts';

/** What a service says of its resolvers in `codegen.json`. */
export interface CodegenSettings {
  /** What stands behind types of the graph, seen from `src/__generated__`: `Customer: "../customers/customers.ts#Customer"`. */
  mappers: Record<string, string>;
  /** What resolvers are given beside their arguments. */
  contextType: string;
}

const DEFAULTS: CodegenSettings = { mappers: {}, contextType: '@salesgraph/runtime#GraphContext' };

/** A service, as far as its schema is concerned. */
export interface ServiceSource {
  name: string;
  /** Seen from the root, such as `services/customers`. */
  folder: string;
  /** What the service wrote itself, feature by feature, in the order of the paths. */
  features: { file: string; sdl: string }[];
  /** Its own SDL, that of access reports where it shows some, and that of its event face. */
  typeDefs: string;
  /** From `codegen.json` in its folder. */
  settings: CodegenSettings;
}

/** Every service that has a schema already, in alphabetical order. @throws Error for a codegen.json that is not sound */
export async function readServices(): Promise<ServiceSource[]> {
  const names = (await readdir(join(ROOT, 'services'))).sort();
  const services = await Promise.all(names.map(readService));
  return services.filter(({ features }) => features.length > 0);
}

async function readService(name: string): Promise<ServiceSource> {
  const folder = `services/${name}`;
  const files: string[] = [];
  for await (const file of glob('src/**/*.graphql', { cwd: join(ROOT, folder) })) files.push(`${folder}/${file}`);
  const features = await Promise.all(
    files.sort().map(async (file) => ({ file, sdl: await readFile(join(ROOT, file), 'utf8') })),
  );
  const own = features.map(({ sdl }) => sdl).join('\n');
  const typeDefs = [own, ...(/\bAccessReport\b/.test(own) ? [accessReportTypeDefs] : []), eventTypeDefs(name)].join(
    '\n',
  );
  return { name, folder, features, typeDefs, settings: await readSettings(`${folder}/codegen.json`) };
}

async function readSettings(file: string): Promise<CodegenSettings> {
  if (!existsSync(join(ROOT, file))) return DEFAULTS;
  const given: Partial<CodegenSettings> = JSON.parse(await readFile(join(ROOT, file), 'utf8'));
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(DEFAULTS, key));
  if (unknown.length > 0) throw new Error(`${file}: unknown setting ${unknown.join(', ')}`);
  return { ...DEFAULTS, ...given };
}
