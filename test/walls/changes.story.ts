import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '@salesgraph/testing';
import { absentAsked, askedOf, isOfUnit, normalised } from './askers.ts';
import type { Asked } from './asking.ts';
import type { Change, Outcome } from './changes.ts';
import { differences, everything } from './everything.ts';
import type { House } from './grounds.ts';
import { CHANGES } from './organization-changes.ts';
import type { Records } from './records.ts';
import { forEach, isTried, type Tally } from './sample.ts';
import { PLACES, type Place, SEAT_NAMES, type Seat, seatOf } from './seats.ts';
import { letterOf } from './table.ts';

interface Attempt {
  change: Change;
  seat: Seat;
  place: Place;
  asked: Asked;
  letter: string;
}

/** Every place from which a change is tried. */
export const attemptsOf = (change: Change, records: Records): Attempt[] =>
  SEAT_NAMES.flatMap((seatName) => {
    const seat = seatOf(seatName);
    return PLACES.flatMap((place): Attempt[] => {
      const code = isOfUnit(change.kind) ? seat.units[place] : seat.people[place];
      const asked = code && askedOf(change.kind, code, records);
      const letter = letterOf(change.action, change.of, seat, place);
      if (!asked || (change.onlyHidden && letter === 'y') || change.except?.includes(place)) return [];
      return isTried(`${change.name} ${change.kind} ${seatName} ${place}`)
        ? [{ change, seat, place, asked, letter }]
        : [];
    });
  });

const outcomeOf = ({ errors = [] }: Answer): Outcome => ({
  codes: errors.flatMap(({ extensions }) => extensions?.code ?? []),
  fields: errors.flatMap(({ extensions }) => extensions?.fields?.map(({ field }) => field) ?? []),
});

export const documentOfChange = ({ mutation, inputType }: Change): string =>
  `mutation($input: ${inputType}!) { ${mutation}(input: $input) { __typename } }`;

const make = (house: House, { change, seat }: Attempt, asked: Asked): Promise<Answer> =>
  house.ask(seat.code, documentOfChange(change), { input: change.input(asked, seat) });

/** What is wrong with the answer, if anything. */
async function faultOf(house: House, attempt: Attempt): Promise<string[]> {
  const { change, seat, place, asked, letter } = attempt;
  const answer = await make(house, attempt, asked);
  const outcome = outcomeOf(answer);
  const told = `${seat.code} tries ${change.name} on ${asked.record.code} (${place}, ${letter}): ${JSON.stringify(answer)}`;
  if (letter === 'x' || (letter === '.' && change.open)) return outcome.codes.join() === 'FORBIDDEN' ? [] : [told];
  const isRefused = outcome.codes.some((code) => code === 'FORBIDDEN' || code === 'INTERNAL');
  if (isRefused || change.isHidden(outcome) !== (letter === '.')) return [told];
  if (letter === 'y') return [];
  const twin = { ...absentAsked(change.kind), other: asked.other };
  // People and units are in the directory for all to see: one who never was is what cannot be told from one out of reach.
  const nothing = { ...twin, subject: twin.record };
  const [hidden, absent] = [normalised(answer, asked), normalised(await make(house, attempt, nothing), nothing)];
  return hidden === absent ? [] : [`${told} differs from what is absent: ${absent}`];
}

export function changesStory(house: () => House, tally: () => Tally): void {
  describe('changes', () => {
    let before: string[];
    beforeAll(async () => {
      before = await everything(house().graph);
    });

    test.each(CHANGES.map((change) => [`${change.name} of ${change.kind}`, change] as const))(
      '%s: what may not be changed is refused or looks absent',
      async (_, change) => {
        const attempts = attemptsOf(change, house().records);
        const faults = await forEach(attempts, (attempt) => {
          tally().add(`change, ${attempt.letter}`);
          return faultOf(house(), attempt);
        });
        expect(faults.flat()).toEqual([]);
      },
      120_000,
    );

    test('leave everything as it was', async () => {
      expect(differences(before, await everything(house().graph))).toEqual([]);
    });
  });
}
