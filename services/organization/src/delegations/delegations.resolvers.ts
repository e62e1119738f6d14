import { reachesPerson } from '@salesgraph/access';
import { covers, type Day } from '@salesgraph/calendar';
import { fail } from '@salesgraph/service-kit';
import type { PersonOnDay } from '../directory.ts';
import type { StoredPerson } from '../people/people.store.ts';
import type { Stores } from '../stores.ts';
import * as commands from './delegations.commands.ts';
import type { DelegationContext } from './delegations.loaders.ts';
import type { Representation } from './delegations.store.ts';
import { MAX_DELEGATIONS } from './delegations.ts';

type RepresentationOnDay = Representation & { day: Day };

/** A mutation: its input goes to one command, and what was read before is read anew. */
const command =
  <Input>(run: (input: Input, context: DelegationContext, stores: Stores) => Promise<StoredPerson>, stores: Stores) =>
  async (_: unknown, { input }: { input: Input }, context: DelegationContext): Promise<PersonOnDay> => {
    const person = await run(input, context, stores);
    context.loaders.forget();
    context.loaders.representations.clearAll();
    return { person, day: stores.today() };
  };

const person = async (id: string, day: Day, { loaders }: DelegationContext): Promise<PersonOnDay | null> => {
  const found = await loaders.person.load(id);
  return found && { person: found, day };
};

/** Why somebody is absent is for the two and for those who may arrange it. */
const confidential =
  (field: 'reason' | 'by') =>
  async (delegation: Representation, _: unknown, { viewer }: DelegationContext): Promise<string | null> => {
    const [scope, caller] = await Promise.all([viewer.scope('delegation.write'), viewer.employee()]);
    const told = reachesPerson(scope, delegation.fromId) || caller?.id === delegation.toId;
    return told ? delegation[field] : null;
  };

export const delegationResolvers = (stores: Stores) => ({
  Mutation: {
    delegateDuties: command(commands.delegateDuties, stores),
    endDelegation: command(commands.endDelegation, stores),
  },
  Employee: {
    delegations: async (
      { person: absent, day }: PersonOnDay,
      { all }: { all: boolean },
      { loaders }: DelegationContext,
    ): Promise<RepresentationOnDay[]> => {
      const found = (await loaders.representations.load(absent.id)).filter((one) => all || covers(one, day));
      if (found.length > MAX_DELEGATIONS) throw fail('TOO_MANY', `More than ${MAX_DELEGATIONS} people stood in.`);
      return found.map((one) => ({ ...one, day }));
    },
    standsInFor: ({ person: standIn, day: inherited }: PersonOnDay, { asOf }: { asOf?: Day | null }) => {
      const day = asOf ?? inherited;
      return standIn.delegations.filter((one) => covers(one, day)).map((one) => ({ ...one, toId: standIn.id, day }));
    },
  },
  Delegation: {
    absent: ({ fromId, day }: RepresentationOnDay, _: unknown, context: DelegationContext) =>
      person(fromId, day, context),
    standIn: ({ toId, day }: RepresentationOnDay, _: unknown, context: DelegationContext) => person(toId, day, context),
    reason: confidential('reason'),
    arrangedBy: confidential('by'),
  },
});
