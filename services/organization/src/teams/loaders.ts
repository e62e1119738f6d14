/** What one request reads of teams, collected and read together, and how their mutations are answered. */
import { reachesPerson } from '@salesgraph/access';
import { loader } from '@salesgraph/service-kit';
import type { Directory, OrganizationContext } from '../directory.ts';
import { teamLoader } from './mix/mix.loaders.ts';
import type { StoredChecklist } from './onboarding/onboarding.store.ts';
import type { StoredProfile } from './skills/skills.store.ts';
import { catalogueOf } from './skills/skills.ts';
import type { TeamStores } from './stores.ts';

export type TeamLoaders = ReturnType<typeof teamLoaders>;

/** What resolvers of teams are given beside their arguments. */
export interface TeamContext extends OrganizationContext {
  loaders: Directory & { teams: TeamLoaders };
}

type Viewer = OrganizationContext['viewer'];

export function teamLoaders(stores: TeamStores, viewer: Viewer, directory: Pick<Directory, 'tree'>) {
  const today = stores.today();
  let catalogue: Promise<ReturnType<typeof catalogueOf>> | undefined;

  const checklists = loader<string, StoredChecklist[] | null>(async (employeeIds) => {
    const scope = await viewer.scope('checklist.read');
    const found = Map.groupBy(
      await stores.checklists.ofPeople(employeeIds, { scope, today }),
      ({ employeeId }) => employeeId,
    );
    return employeeIds.map((id) => found.get(id) ?? (reachesPerson(scope, id) ? [] : null));
  });

  const profile = loader<string, Pick<StoredProfile, 'version' | 'statements'> | null>(async (employeeIds) => {
    const scope = await viewer.scope('skill.read');
    const found = new Map((await stores.profiles.ofPeople(employeeIds, scope)).map((one) => [one.employeeId, one]));
    return employeeIds.map((id) => found.get(id) ?? (reachesPerson(scope, id) ? { version: 0, statements: [] } : null));
  });

  const team = teamLoader(stores, directory);

  return {
    /** The checklists of a person; null where the caller does not reach them. */
    checklists,
    /** What was said of a person's skills; null where the caller does not reach it. */
    profile,
    /** A team on a day, whoever asks. */
    team,
    /** The catalogue of skills, those too that are no longer kept. */
    catalogue() {
      catalogue ??= stores.skills.all().then(catalogueOf);
      return catalogue;
    },
    /** Drops what was read: after a write in the same request it is no longer true. */
    forget(): void {
      catalogue = undefined;
      for (const one of [checklists, profile, team]) one.clearAll();
    },
  };
}

/** A mutation: its input goes to one command, and what was read before is read anew. @param show what the graph is given */
export const command =
  <Input, Result, Shown = Result>(
    run: (input: Input, viewer: Viewer, stores: TeamStores) => Promise<Result>,
    stores: TeamStores,
    show: (result: Result, context: TeamContext) => Shown | Promise<Shown> = (result) => result as unknown as Shown,
  ) =>
  async (_: unknown, { input }: { input: Input }, context: TeamContext): Promise<Shown> => {
    const result = await run(input, context.viewer, stores);
    context.loaders.forget();
    context.loaders.teams.forget();
    return show(result, context);
  };
