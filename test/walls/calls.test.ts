/** What is hidden takes as many calls to the database as what never existed: no clock tells them apart. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { absentAsked, type Case, casesOf } from './askers.ts';
import { attemptsOf, documentOfChange } from './changes.story.ts';
import type { Change } from './changes.ts';
import { openServices, type Services } from './grounds.ts';
import { LOOKUPS } from './lookups.ts';
import { CHANGES } from './organization-changes.ts';
import { SERVICES, type ServiceName } from './records.ts';
import { isTried, Tally } from './sample.ts';
import { schemaOf } from './schema.ts';
import { documentOf } from './shapes.ts';
import { isRefused } from './table.ts';

let house: Services;
const tally = new Tally();
beforeAll(async () => {
  house = await openServices();
}, 120_000);
afterAll(async () => {
  tally.tell();
  await house?.close();
}, 60_000);

/** A question to one service, for what exists and for what does not. */
interface Pair {
  label: string;
  caller: string;
  document: [string, string];
  variables: [object, object];
}

const isAskedOf = (service: ServiceName, document: string): boolean =>
  validate(schemaOf(service), parse(document)).length === 0;

/** How many commands a question takes at least, of some tries: jobs of the service look around now and then. */
async function commandsOf(service: ServiceName, { caller, document, variables }: Pair, which: 0 | 1, tries: number) {
  const { request, commands } = house.services[service];
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const before = commands();
    await request(document[which], variables[which], caller);
    least = Math.min(least, commands() - before);
  }
  return least;
}

async function faultOf(service: ServiceName, pair: Pair): Promise<string[]> {
  // What a service keeps in memory between requests is there from the first one on.
  await house.services[service].request(pair.document[0], pair.variables[0], pair.caller);
  for (const tries of [1, 3, 6]) {
    const [hidden, absent] = [await commandsOf(service, pair, 0, tries), await commandsOf(service, pair, 1, tries)];
    if (hidden === absent) return [];
    if (tries === 6) return [`${pair.label}, ${service}: hidden ${hidden} calls, absent ${absent}`];
  }
  return [];
}

function pairOf({ lookup, seat, place, asked, twin }: Case): Pair {
  const questions = [lookup.question(asked), lookup.question(twin)] as const;
  return {
    label: `${seat.code} by ${lookup.name} for ${asked.record.code} (${place})`,
    caller: seat.code,
    document: [documentOf(questions[0], 'plain'), documentOf(questions[1], 'plain')],
    variables: [lookup.variables?.(asked) ?? {}, lookup.variables?.(twin) ?? {}],
  };
}

const pairsOfLookup = (lookup: (typeof LOOKUPS)[number]): Pair[] =>
  casesOf(lookup, house.records)
    .filter(({ expected, isBelowSeen }) => expected !== 'y' && !isBelowSeen)
    .filter(({ seatName, place }) => isTried(`calls ${lookup.name} ${seatName} ${place}`))
    .map(pairOf);

const pairsOfChange = (change: Change): Pair[] =>
  attemptsOf(change, house.records)
    // Who sees a record and may not change it is told so: that is no secret.
    .filter(({ letter, seat }) => (letter === 'x' ? isRefused(change.action, seat) : letter === '.' && !change.open))
    .map(({ seat, place, asked }) => {
      const twin = { ...absentAsked(change.kind), other: asked.other };
      const input = [change.input(asked, seat), change.input({ ...twin, subject: twin.record }, seat)] as const;
      const document = documentOfChange(change);
      return {
        label: `${seat.code} with ${change.name} on ${asked.record.code} (${place})`,
        caller: seat.code,
        document: [document, document],
        variables: [{ input: input[0] }, { input: input[1] }],
      };
    });

/** Asks each question of the services that can answer it alone. */
async function faultsOf(pairs: readonly Pair[], services: readonly ServiceName[]): Promise<string[]> {
  const faults: string[] = [];
  for (const pair of pairs) {
    for (const service of services.filter((one) => isAskedOf(one, pair.document[0]))) {
      tally.add(`pairs counted, ${service}`);
      faults.push(...(await faultOf(service, pair)));
    }
  }
  return faults;
}

test.each(LOOKUPS.map((lookup) => [lookup.name, lookup] as const))(
  '%s: as many calls for what is hidden as for what is not there',
  async (_, lookup) => {
    expect(await faultsOf(pairsOfLookup(lookup), lookup.service ? [lookup.service] : SERVICES)).toEqual([]);
  },
  60_000,
);

test.each(CHANGES.map((change) => [`${change.name} of ${change.kind}`, change] as const))(
  '%s: as many calls for what is hidden as for what is not there',
  async (_, change) => {
    expect(await faultsOf(pairsOfChange(change), SERVICES)).toEqual([]);
  },
  60_000,
);
