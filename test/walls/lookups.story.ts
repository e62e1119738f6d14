/** Through the gateway and at the subgraphs: what each seat sees, by every way, is what the table says, and no more. */
import { describe, expect, test } from '@jest/globals';
import { type Case, casesOf, isAsExpected, letterFor, normalised } from './askers.ts';
import { PATHS } from './asking.ts';
import type { House } from './grounds.ts';
import { LOOKUPS } from './lookups.ts';
import { forEach, isTried, type Tally } from './sample.ts';
import { SEAT_NAMES } from './seats.ts';
import { documentOf, SHAPES, type Shape, valuesOf } from './shapes.ts';

/** Asks the question of a case in a shape, for what exists or for its twin. */
async function put(house: House, { lookup, seat }: Case, shape: Shape, asked: Case['asked']) {
  const question = lookup.question(asked);
  const document = documentOf(question, shape);
  const variables = lookup.variables?.(asked) ?? {};
  const answer = lookup.service
    ? await house.askService(lookup.service, seat.code, document, variables)
    : await house.ask(seat.code, document, variables);
  return { answer, values: valuesOf(question, shape, answer.data) };
}

/** What is wrong with the answer to a case, if anything. */
async function faultOf(house: House, one: Case, shape: Shape): Promise<string[]> {
  const { lookup, seat, place, asked, twin, expected, isBelowSeen } = one;
  const { answer, values } = await put(house, one, shape, asked);
  const letter = letterFor(answer, values, one);
  const label = `${seat.code} asks by ${lookup.name} (${shape}) for ${asked.record.code} (${place})`;
  if (!isAsExpected(letter, one))
    return [`${label}: ${letter} instead of ${expected}: ${JSON.stringify(answer).slice(0, 600)}`];
  if (expected === 'y' || isBelowSeen) return [];
  const hidden = normalised(answer, asked);
  const nothing = normalised((await put(house, one, shape, twin)).answer, twin);
  return hidden === nothing ? [] : [`${label}: hidden ${hidden} differs from absent ${nothing}`];
}

export function lookupsStory(house: () => House, tally: () => Tally): void {
  describe.each(SEAT_NAMES)('the %s', (seatName) => {
    test.each(PATHS)(
      'sees by %s what the table says, and what is hidden looks absent',
      async (path) => {
        const cases = LOOKUPS.filter((lookup) => lookup.path === path)
          .flatMap((lookup) => casesOf(lookup, house().records))
          .filter((one) => one.seatName === seatName)
          .flatMap((one) => SHAPES.map((shape) => ({ one, shape })))
          .filter(({ one, shape }) => isTried(`${one.lookup.name} ${seatName} ${one.place} ${shape}`));
        const faults = await forEach(cases, ({ one, shape }) => {
          tally().add(`${path}, ${shape}`);
          return faultOf(house(), one, shape);
        });
        expect(faults.flat()).toEqual([]);
      },
      120_000,
    );
  });
}
