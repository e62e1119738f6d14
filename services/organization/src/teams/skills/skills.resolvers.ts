import type { Day } from '@salesgraph/calendar';
import type { PersonOnDay } from '../../directory.ts';
import { command, type TeamContext } from '../loaders.ts';
import type { TeamStores } from '../stores.ts';
import * as commands from './skills.commands.ts';
import type { StoredProfile } from './skills.store.ts';
import { type SkillOnDay, type Statement, skillsOn } from './skills.ts';

export const skillResolvers = (stores: TeamStores) => {
  const employee = async ({ employeeId }: StoredProfile, { loaders }: TeamContext): Promise<PersonOnDay | null> => {
    const person = await loaders.person.load(employeeId);
    return person && { person, day: stores.today() };
  };
  return {
    Query: {
      skills: async (_: unknown, { retired }: { retired: boolean }, { loaders }: TeamContext) =>
        (await loaders.teams.catalogue()).filter((skill) => retired || !skill.retired),
    },
    Mutation: {
      defineSkill: command(commands.defineSkill, stores),
      stateSkill: command(commands.stateSkill, stores, employee),
      confirmSkill: command(commands.confirmSkill, stores, employee),
    },
    Employee: {
      skillProfile: async (
        { person, day: inherited }: PersonOnDay,
        { asOf }: { asOf?: Day | null },
        { loaders }: TeamContext,
      ) => {
        const profile = await loaders.teams.profile.load(person.id);
        return profile && { version: profile.version, skills: skillsOn(profile, asOf ?? inherited) };
      },
    },
    PersonSkill: {
      skill: async ({ skill }: SkillOnDay, _: unknown, { loaders }: TeamContext) =>
        (await loaders.teams.catalogue()).find(({ code }) => code === skill),
    },
    SkillStatement: {
      at: ({ at }: Statement) => new Date(at),
    },
  };
};
