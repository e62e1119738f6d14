/** Teams on a day, many at once: who is in them, what they master and what is planned is read once for all of them. */
import type { Day } from '@salesgraph/calendar';
import { loader } from '@salesgraph/service-kit';
import type { Directory } from '../../directory.ts';
import { type Profile, skillsOn } from '../skills/skills.ts';
import type { TeamStores } from '../stores.ts';
import { type Mix, mixOf, type Planned, plannedFor, plannedOn, together } from './mix.ts';
import type { StoredPlan } from './plans.store.ts';

/** A unit on a day, alone or with all below it. */
export interface TeamKey {
  unitId: string;
  day: Day;
  deep: boolean;
}

/** What is shown of a team. */
export interface Team extends Planned {
  mix: Mix;
  plan: StoredPlan | null;
}

/** By person: the confirmed levels by skill, on a day. */
const confirmedOn = (profiles: readonly Profile[], day: Day) =>
  new Map(
    profiles.map((profile) => [
      profile.employeeId,
      new Map(skillsOn(profile, day).flatMap(({ skill, confirmed }) => (confirmed ? [[skill, confirmed.level]] : []))),
    ]),
  );

export const teamLoader = (stores: TeamStores, directory: Pick<Directory, 'tree'>) =>
  loader<TeamKey, Team, string>(
    async (keys) => {
      const teams = new Map<TeamKey, Team>();
      for (const [day, some] of Map.groupBy(keys, (key) => key.day)) {
        const tree = await directory.tree(day);
        const wanted = some.map((key) => ({ key, unitIds: key.deep ? tree.subtree(key.unitId) : [key.unitId] }));
        const all = [...new Set(wanted.flatMap(({ unitIds }) => unitIds))];
        const [members, plans] = await Promise.all([stores.roster.members(all, day), stores.plans.ofUnits(all)]);
        const profiles = await stores.profiles.known(members.map(({ id }) => id));
        const confirmed = confirmedOn(profiles, day);
        const byUnit = Map.groupBy(members, ({ unitId }) => unitId);
        const mixes = new Map(all.map((id) => [id, mixOf(byUnit.get(id) ?? [], confirmed, day)]));
        for (const { key, unitIds } of wanted) {
          const parts = unitIds.map((id) => {
            const plan = plans.get(id);
            return { size: mixes.get(id)!.size, planned: plan ? plannedOn(plan, day) : null };
          });
          const mix = together(unitIds.map((id) => mixes.get(id)!));
          teams.set(key, { mix, plan: plans.get(key.unitId) ?? null, ...plannedFor(parts) });
        }
      }
      return keys.map((key) => teams.get(key)!);
    },
    ({ unitId, day, deep }) => `${day} ${deep} ${unitId}`,
  );
