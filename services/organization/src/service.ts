/** The subgraph organization: who works where, in which role, since when. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { accessReports, accessReportTypeDefs } from '@salesgraph/access';
import type { ServiceDefinition, ServiceDeps } from '@salesgraph/runtime';
import { reportResolvers } from './access-report/access-report.resolvers.ts';
import { createAuditLoaders } from './auditing/auditing.loaders.ts';
import { auditResolvers } from './auditing/auditing.resolvers.ts';
import { createDelegationLoaders } from './delegations/delegations.loaders.ts';
import { delegationResolvers } from './delegations/delegations.resolvers.ts';
import { createDirectory } from './directory.ts';
import { importResolvers } from './imports/imports.resolvers.ts';
import { createLeadership, LEADERSHIP_FEATURES } from './leadership/leadership.ts';
import { createLineLoaders } from './lines/lines.loaders.ts';
import { lineResolvers } from './lines/lines.resolvers.ts';
import { peopleResolvers } from './people/people.resolvers.ts';
import { plannedResolvers } from './planned/planned.resolvers.ts';
import { reportingResolvers } from './reporting/reporting.resolvers.ts';
import { roleResolvers } from './roles/roles.resolvers.ts';
import { createStores } from './stores.ts';
import { createTeams, TEAM_FEATURES } from './teams/teams.ts';
import { titleResolvers } from './titles/titles.resolvers.ts';
import { unitResolvers } from './units/units.resolvers.ts';

const FEATURES = [
  'units',
  'people',
  'planned',
  'lines',
  'reporting',
  'auditing',
  'titles',
  'roles',
  'delegations',
  'access-report',
  'imports',
  ...TEAM_FEATURES,
  ...LEADERSHIP_FEATURES,
];
const typeDefs = [
  ...FEATURES.map((feature) =>
    readFileSync(join(import.meta.dirname, feature, `${basename(feature)}.graphql`), 'utf8'),
  ),
  accessReportTypeDefs,
].join('\n');

/** Everything organization is made of; the runtime makes a process of it. */
export async function createOrganizationService(deps: ServiceDeps): Promise<ServiceDefinition> {
  const stores = createStores(deps);
  const teams = createTeams(stores, deps.connection);
  const leadership = createLeadership(stores, deps.connection);
  return {
    typeDefs,
    resolvers: [
      unitResolvers(stores),
      peopleResolvers(stores),
      plannedResolvers(stores),
      lineResolvers(stores),
      reportingResolvers(stores),
      auditResolvers(stores),
      titleResolvers(stores),
      roleResolvers(stores),
      delegationResolvers(stores),
      reportResolvers(stores),
      importResolvers(stores),
      ...teams.resolvers,
      ...leadership.resolvers,
    ],
    jobs: teams.jobs,
    consumers: [],
    outboxModels: [stores.units.model, stores.people.model, ...teams.models, ...leadership.models],
    loaders: (viewer) => {
      const directory = createDirectory(stores);
      return {
        ...directory,
        ...createDelegationLoaders(stores),
        accessReports: accessReports(deps.view, stores.today()),
        ...createLineLoaders(stores, directory),
        ...createAuditLoaders(stores, directory),
        ...teams.loaders(viewer, directory),
        ...leadership.loaders(viewer, directory),
      };
    },
  };
}
