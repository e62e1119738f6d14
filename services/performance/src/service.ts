/** The subgraph performance: how well people and units do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organizationConsumer } from '@salesgraph/organization-model';
import type { ServiceDefinition, ServiceDeps } from '@salesgraph/runtime';
import { type PerformanceConfig, performanceConfig } from './config.ts';
import { factConsumer } from './facts/facts.jobs.ts';
import { keepDefaultFormulas } from './formulas/formulas.commands.ts';
import { formulaResolvers } from './formulas/formulas.resolvers.ts';
import { importResolvers } from './imports/imports.resolvers.ts';
import { leaderboardResolvers } from './leaderboard/leaderboard.resolvers.ts';
import { leaderResolvers } from './leaders/leaders.resolvers.ts';
import { createLoaders } from './loaders.ts';
import { periodJob } from './periods/periods.jobs.ts';
import { periodResolvers } from './periods/periods.resolvers.ts';
import { scorecardResolvers } from './scorecards/scorecards.resolvers.ts';
import { retentionJob } from './scoring/retention.jobs.ts';
import { scoringJobs } from './scoring/scoring.jobs.ts';
import { scoringResolvers } from './scoring/scoring.resolvers.ts';
import { statisticsResolvers } from './statistics/statistics.resolvers.ts';
import { createStores } from './stores.ts';
import { targetResolvers } from './targets/targets.resolvers.ts';

const FEATURES = [
  ...['targets', 'statistics', 'imports'],
  ...['formulas', 'periods', 'scoring', 'scorecards', 'leaderboard', 'leaders'],
];
const typeDefs = FEATURES.map((feature) =>
  readFileSync(join(import.meta.dirname, feature, `${feature}.graphql`), 'utf8'),
).join('\n');

/** Everything performance is made of; the runtime makes a process of it. */
export async function createPerformanceService(
  deps: ServiceDeps,
  config: PerformanceConfig = performanceConfig.parse({}),
): Promise<ServiceDefinition> {
  const stores = createStores(deps);
  const scoring = scoringJobs(stores, () => deps.jobs);
  await keepDefaultFormulas(stores.formulas);
  return {
    typeDefs,
    resolvers: [
      ...[targetResolvers(stores), statisticsResolvers(stores), importResolvers(stores)],
      ...[formulaResolvers(stores), periodResolvers(stores), scoringResolvers(stores, scoring)],
      ...[scorecardResolvers(), leaderboardResolvers(), leaderResolvers(stores)],
    ],
    jobs: [
      ...scoring.definitions,
      periodJob(stores, scoring, config.PERIOD_CLOSE_AFTER_DAYS),
      retentionJob(stores, config.SCORE_INPUTS_KEPT_DAYS),
    ],
    consumers: [organizationConsumer(deps.connection, deps.name), factConsumer(deps.name, stores.facts)],
    outboxModels: [stores.periods.model],
    loaders: (viewer) => createLoaders(viewer, stores),
  };
}
