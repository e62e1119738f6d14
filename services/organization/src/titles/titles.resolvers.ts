import type { Day } from '@salesgraph/calendar';
import type { PersonOnDay } from '../directory.ts';
import { command } from '../people/people.resolvers.ts';
import type { Stores } from '../stores.ts';
import { inOrder } from '../units/units.ts';
import * as commands from './titles.commands.ts';
import { titleOn } from './titles.ts';

export const titleResolvers = (stores: Stores) => ({
  Mutation: {
    setTitle: command(commands.setTitle, stores),
    endTitle: command(commands.endTitle, stores),
    correctTitles: command(commands.correctTitles, stores),
  },
  Employee: {
    title: ({ person, day }: PersonOnDay, { asOf }: { asOf?: Day | null }) =>
      titleOn(person, asOf ?? day)?.title ?? null,
    titles: ({ person, day }: PersonOnDay, { all }: { all: boolean }) =>
      all ? inOrder(person.titles) : [titleOn(person, day)].filter((one) => one !== null),
  },
});
