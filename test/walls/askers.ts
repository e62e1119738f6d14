/** A case of the walls: who asks, by which way, for what at which place; and what must come of it. */
import type { Answer } from '@salesgraph/testing';
import type { Asked, Lookup } from './asking.ts';
import { absent, type Key, KINDS, type Kind, nobody, type Records } from './records.ts';
import { actionOfRoot } from './schema.ts';
import { PLACES, type Place, SEAT_NAMES, type Seat, type SeatName, seatOf } from './seats.ts';
import { nameOf, type Question } from './shapes.ts';
import { isRefused, type Letter, letterOf } from './table.ts';

export interface Case {
  seatName: SeatName;
  seat: Seat;
  place: Place;
  lookup: Lookup;
  /** What exists. */
  asked: Asked;
  /** What never existed, of the same shape. */
  twin: Asked;
  /** What the table says, once it is known that the root field is open. */
  expected: Letter;
  /** Whether the record that the way leads through is seen: then nothing absent can look the same. */
  isBelowSeen: boolean;
}

export const isOfUnit = (kind: Kind): boolean => (KINDS.unit as readonly Kind[]).includes(kind);

/** Everything that belongs to somebody or to a unit; null where there is no such record. */
export function askedOf(kind: Kind, code: string, records: Records): Asked | null {
  const record = records[kind].get(code);
  const subject = (isOfUnit(kind) ? records.unit : records.employee).get(code);
  return record && subject ? { record, subject, other: (of) => records[of].get(code) ?? absent(of) } : null;
}

/** What never existed: nothing of somebody who has nothing. */
export const absentAsked = (kind: Kind): Asked => ({
  record: absent(kind),
  subject: nobody(isOfUnit(kind) ? 'unit' : 'person'),
  other: absent,
});

/** What must come of a question: a refused root field, or what the table says of the record. */
export function expectedOf(lookup: Lookup, question: Question, seat: Seat, place: Place): Letter {
  const { action, of, through } = lookup;
  const letters = [{ action, of }, ...(through ? [through] : [])].map((row) =>
    letterOf(row.action, row.of, seat, place),
  );
  const isRefusedAtRoot = !lookup.service && isRefused(actionOfRoot(nameOf(question)), seat);
  if (isRefusedAtRoot) return 'x';
  return letters.every((letter) => letter === 'y') ? 'y' : '.';
}

/** Every case of a way to look. */
export const casesOf = (lookup: Lookup, records: Records): Case[] =>
  SEAT_NAMES.flatMap((seatName) => {
    const seat = seatOf(seatName);
    return PLACES.flatMap((place): Case[] => {
      const code = isOfUnit(lookup.kind) ? seat.units[place] : seat.people[place];
      const asked = code && askedOf(lookup.kind, code, records);
      if (!asked || (lookup.through && !records[lookup.through.kind].has(code))) return [];
      const expected = expectedOf(lookup, lookup.question(asked), seat, place);
      const { through } = lookup;
      const isBelowSeen = through !== undefined && letterOf(through.action, through.of, seat, place) === 'y';
      const twin = absentAsked(lookup.kind);
      return [{ seatName, seat, place, lookup, asked, twin, expected, isBelowSeen }];
    });
  });

/** What came of a question, as the table would say it; a text where that cannot be said. */
export function letterFor(
  { errors = [] }: Answer,
  values: unknown[],
  { lookup, asked }: Pick<Case, 'lookup' | 'asked'>,
) {
  const seen = values.map((value) => lookup.seen(value, asked));
  if (new Set(seen).size > 1) return `different answers ${JSON.stringify(values)}`;
  const codes = new Set(errors.map(({ extensions }) => extensions?.code));
  if (codes.size === 1 && codes.has('FORBIDDEN') && !seen[0]) return 'x';
  if (codes.size > 0) return `errors ${JSON.stringify(errors)}`;
  return seen[0] ? 'y' : '.';
}

/**
 * Whether that is what must come of it. What is hidden within a field that cannot be empty is refused, where the action may
 * not be done at all.
 */
export const isAsExpected = (letter: string, { expected, lookup, seat, place }: Case): boolean =>
  letter === expected ||
  (letter === 'x' && expected === '.' && letterOf(lookup.action, lookup.of, seat, place) === 'x' && !lookup.service);

const replaced = (text: string, { id, code }: Key, name: string): string =>
  text.replaceAll(JSON.stringify(id), `"${name} id"`).replaceAll(JSON.stringify(code), `"${name} code"`);

const ordered = <T extends { errors?: unknown[] }>(answer: T): T => ({
  ...answer,
  ...(answer.errors && { errors: answer.errors.map((error) => JSON.stringify(error)).sort() }),
});

/** An answer without what was asked for: of something hidden it equals that of something absent. */
export const normalised = (answer: { errors?: unknown[] }, { record, subject }: Asked): string =>
  replaced(replaced(JSON.stringify(ordered(answer)), record, 'record'), subject, 'subject');
