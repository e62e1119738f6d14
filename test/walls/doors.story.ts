/** Every root field and mutation of the graph, asked for by every seat: open or refused as the table says, and never broken. */
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { House } from './grounds.ts';
import { forEach, isTried, type Tally } from './sample.ts';
import { type Door, ROOT_DOORS, schemaOf } from './schema.ts';
import { SEAT_NAMES, type Seat, type SeatName, seatOf } from './seats.ts';
import { isRefused, reachesAll } from './table.ts';

/** Something for each scalar that is sound in itself and stands for nothing on record. */
const NOTHING: Record<string, string> = {
  ...{ ID: '"none"', String: '""', Int: '1', Float: '0', Boolean: 'false', Decimal: '"0"' },
  ...{ Date: '"2030-01-01"', Month: '"2030-01"', DateTime: '"2030-01-01T00:00:00Z"', Metric: '"NONE"' },
};

/** A literal for what must be given, as little as there can be. */
function literal(type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return '[]';
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  return NOTHING[getNamedType(inner).name] ?? '""';
}

/** One of id and code is asked for where either will do. */
const EITHER = ['id', 'code'];

function documentOf({ place }: Door, field: GraphQLField<unknown, unknown>): string {
  const required = field.args.filter(isRequiredArgument);
  const either = EITHER.every((name) => field.args.some((one) => one.name === name)) ? ['id: "none"'] : [];
  const args = [...required.map((one) => `${one.name}: ${literal(one.type)}`), ...either];
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  const [root = '', name = ''] = place.split('.');
  return `${root.toLowerCase()} { ${name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

const fieldOf = ({ service, place }: Door) => {
  const [root = '', name = ''] = place.split('.');
  const type = schemaOf(service).getType(root) as { getFields(): Record<string, GraphQLField<unknown, unknown>> };
  return type.getFields()[name]!;
};

/** Open to those alone who reach the whole company by the action. */
const FOR_THE_WHOLE_COMPANY = new Set(['Mutation.setLeadershipCriteria']);

const isClosed = ({ place, action }: Door, seat: Seat): boolean =>
  isRefused(action, seat) || (FOR_THE_WHOLE_COMPANY.has(place) && !reachesAll(action, seat));

async function faultOf(house: House, door: Door, seatName: SeatName): Promise<string[]> {
  const seat = seatOf(seatName);
  const { errors = [] } = await house.ask(seat.code, documentOf(door, fieldOf(door)));
  const codes = errors.map(({ extensions }) => extensions?.code);
  const isRight = isClosed(door, seat)
    ? codes.join() === 'FORBIDDEN'
    : !codes.some((code) => code === 'FORBIDDEN' || code === 'INTERNAL' || code === 'GRAPHQL_VALIDATION_FAILED');
  return isRight ? [] : [`${seat.code}, ${documentOf(door, fieldOf(door))}: ${JSON.stringify(errors)}`];
}

export function doorsStory(house: () => House, tally: () => Tally): void {
  describe('every root field and mutation', () => {
    const doors = ROOT_DOORS.filter(({ place }) => !place.startsWith('Subscription.'));
    test.each(SEAT_NAMES)(
      'is open to the %s or refused, as the table says',
      async (seatName) => {
        const tried = doors.filter(({ place }) => isTried(`${place} ${seatName}`));
        const faults = await forEach(tried, (door) => {
          tally().add('root field or mutation');
          return faultOf(house(), door, seatName);
        });
        expect(faults.flat()).toEqual([]);
      },
      120_000,
    );
  });
}
