import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSubgraph, errorsPage, printSubgraph, undescribed } from '@salesgraph/service-kit';
import { checkAccessCoverage, permissionsPage } from '../../packages/access/src/index.ts';
import { withSupportTable } from '../../packages/embedded-mongo/src/index.ts';
import { ROOT } from '../checks/check.ts';
import type { Outputs } from './outputs.ts';
import { resolverTypes } from './resolver-types.ts';
import { readServices, type ServiceSource } from './services.ts';
import { composeSupergraph, type Subgraph } from './supergraph.ts';

export interface Generated {
  outputs: Outputs;
  /** What is wrong with the schemas, a line or block each. */
  faults: string[];
}

/** Its table of what is supported is read from the server's own registries. */
const MONGO_README = 'packages/embedded-mongo/README.md';

/** Makes everything that is generated, in memory. What is sound is made even where something else is not. */
export async function generate(): Promise<Generated> {
  const outputs: Outputs = new Map([
    ['docs/errors.md', errorsPage()],
    ['docs/permissions.md', permissionsPage()],
    [MONGO_README, withSupportTable(await readFile(join(ROOT, MONGO_README), 'utf8'))],
  ]);
  const faults: string[] = [];
  const subgraphs: Subgraph[] = [];
  const services = await readServices();
  for (const service of services) {
    try {
      faults.push(...faultsOf(service));
      const schema = printSubgraph(buildSubgraph({ typeDefs: service.typeDefs, resolvers: {} }));
      outputs.set(`${service.folder}/schema.graphql`, headed(service, schema));
      outputs.set(`${service.folder}/src/__generated__/types.ts`, await resolverTypes(service, schema));
      subgraphs.push({ name: service.name, schema });
    } catch (error) {
      faults.push(`${service.folder}: ${error instanceof Error ? error.message.trim() : error}`);
    }
  }
  if (subgraphs.length === 0 || subgraphs.length < services.length) {
    faults.push('The supergraph was not composed: some subgraphs are missing');
    return { outputs, faults };
  }
  const { supergraph, faults: unsound } = composeSupergraph(subgraphs);
  if (supergraph) outputs.set('gateway/supergraph/supergraph.graphql', `${supergraph.trimEnd()}\n`);
  return { outputs, faults: [...faults, ...unsound] };
}

const headed = ({ name }: ServiceSource, schema: string) =>
  `# The subgraph ${name}, generated from src/**/*.graphql by \`npm run generate\`; do not edit.\n${schema.trimEnd()}\n`;

/** What a service's SDL must have beside being valid: `@access` wherever the graph is entered, a description everywhere. */
const faultsOf = ({ name, features, typeDefs }: ServiceSource): string[] => [
  ...checkAccessCoverage(typeDefs).map((fault) => `services/${name}: ${fault}`),
  ...features.flatMap(({ file, sdl }) => undescribed(sdl).map((path) => `${file}: ${path} has no description`)),
];
