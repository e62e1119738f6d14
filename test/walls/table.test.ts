/** The table agrees with the matrix, and everything the graph lets somebody see or change is tried at the walls. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { ACTIONS } from '../../packages/access/src/index.ts';
import { repositoryRoot } from '../stories/story.ts';
import { absentAsked } from './askers.ts';
import { documentOfChange } from './changes.story.ts';
import { LISTS } from './lists.ts';
import { LOOKUPS } from './lookups.ts';
import { CHANGES } from './organization-changes.ts';
import { CROSSINGS, DOORS, ENTITIES, ROOT_DOORS, schemaOf } from './schema.ts';
import { COLUMNS, PLACES, SEAT_NAMES, seatOf } from './seats.ts';
import { documentOf } from './shapes.ts';
import { generated, NOT_FROM_THE_MATRIX, type Of, ROWS, reachedFrom } from './table.ts';
import { UNTRIED } from './untried.ts';

const SUPERGRAPH = readFileSync(join(repositoryRoot, 'gateway/supergraph/supergraph.graphql'), 'utf8');
const schema = buildSchema(SUPERGRAPH, { assumeValidSDL: true });
const rows = [...ROWS.keys()].map((key) => key.split(' ') as [string, Of]);
const isFromTheMatrix = ([action, of]: [string, Of]) => !(`${action} ${of}` in NOT_FROM_THE_MATRIX);

describe('the table', () => {
  test.each(ACTIONS)('has a row for %s', (action) => {
    const has = rows.some((row) => row[0] === action);
    expect(has ? '' : `Write a row "${action} person" (or unit) into test/walls/table.ts`).toBe('');
  });

  test('has no row for an action that is gone', () => {
    const known = new Set<string>([...ACTIONS, ...Object.keys(NOT_FROM_THE_MATRIX).map((key) => key.split(' ')[0]!)]);
    expect(rows.map(([action]) => action).filter((action) => !known.has(action))).toEqual([]);
  });

  test.each(rows.filter(isFromTheMatrix))('says of %s of a %s what follows from the matrix', (action, of) => {
    const row = ROWS.get(`${action} ${of}`)!;
    const differences = COLUMNS.flatMap((column) =>
      PLACES.flatMap((place, at) => {
        const expected = generated(action as (typeof ACTIONS)[number], of as 'person' | 'unit', column, place);
        const letter = row.get(column)!.charAt(at);
        return expected === null || expected === letter ? [] : [`${column} ${place}: ${letter}, matrix: ${expected}`];
      }),
    );
    expect(differences).toEqual([]);
  });

  test.each(SEAT_NAMES.filter((name) => seatOf(name).reach.units.length > 0))(
    'knows whom the %s reaches today',
    (name) => {
      const { reach } = seatOf(name);
      const { people, units } = reachedFrom(seatOf(name));
      expect([[...reach.people].sort(), [...reach.units].sort()]).toEqual([people, units]);
    },
  );
});

/** Every document that is sent to the gateway. */
const documents = [
  ...LOOKUPS.filter(({ service }) => !service).map((lookup) =>
    documentOf(lookup.question(absentAsked(lookup.kind)), 'plain'),
  ),
  ...LISTS.map(({ document }) => document),
  ...CHANGES.map(documentOfChange),
];

/** The fields that documents ask for, such as `Query.opportunity`. */
function fieldsOf(document: string): string[] {
  const info = new TypeInfo(schema);
  const fields: string[] = [];
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field({ name }) {
        fields.push(`${getNamedType(info.getParentType())?.name}.${name.value}`);
      },
    }),
  );
  return fields;
}

const asked = new Set(documents.flatMap(fieldsOf));
const askedOfSubgraphs = new Set(
  LOOKUPS.flatMap(({ service, question, kind }) => {
    const selection = service ? question(absentAsked(kind)).selection : '';
    return [...selection.matchAll(/\.\.\. on (\w+)/g)].map(([, type]) => `${service} ${type}`);
  }),
);

/** Whether something may be hidden, not only refused: then a record has to be asked for. */
const canBeHidden = (action: string): boolean =>
  rows.some(
    ([name, of]) => name === action && [...ROWS.get(`${name} ${of}`)!.values()].some((cell) => cell.includes('.')),
  );

const untriedOf = (places: readonly string[]): string[] =>
  [...new Set(places)]
    .filter((place) => !asked.has(place) && !(place in UNTRIED))
    .map((place) => `${place}: ask for it in lookups.ts, lists.ts or changes.ts of test/walls`);

describe('everything that may be hidden is tried', () => {
  test('all documents fit the graph', () => {
    const faults = documents.flatMap((document) => validate(schema, parse(document)).map(({ message }) => message));
    expect(faults).toEqual([]);
    const ofSubgraphs = LOOKUPS.flatMap((lookup) => {
      const document = documentOf(lookup.question(absentAsked(lookup.kind)), 'plain');
      return lookup.service ? validate(schemaOf(lookup.service), parse(document)).map(({ message }) => message) : [];
    });
    expect(ofSubgraphs).toEqual([]);
  });

  test('every action opens something', () => {
    const open = new Set([...DOORS, ...ENTITIES, ...LOOKUPS].map(({ action }) => action));
    const closed = ACTIONS.filter((action) => !open.has(action) && !(action in UNTRIED));
    expect(closed.map((action) => `${action}: no operation asks for it`)).toEqual([]);
  });

  test('root fields and mutations', () => {
    expect(untriedOf(ROOT_DOORS.filter(({ action }) => canBeHidden(action)).map(({ place }) => place))).toEqual([]);
  });

  test('fields with an action of their own', () => {
    expect(untriedOf(DOORS.filter((door) => !ROOT_DOORS.includes(door)).map(({ place }) => place))).toEqual([]);
  });

  test('fields that lead to what may be hidden', () => {
    const crossings = CROSSINGS.filter(
      ({ action, place }) => canBeHidden(action) && !/(Connection|Edge)\./.test(place),
    );
    expect(untriedOf(crossings.map(({ place }) => place))).toEqual([]);
  });

  test('references to entities, in every subgraph that resolves them', () => {
    const untried = ENTITIES.map(({ service, type }) => `${service} ${type}`).filter(
      (reference) => !askedOfSubgraphs.has(reference) && !(reference in UNTRIED),
    );
    expect(untried.map((reference) => `${reference}: ask for it as an entity in test/walls/lookups.ts`)).toEqual([]);
  });

  test('what is left out is there, and left out for a reason', () => {
    const known = new Set<string>([
      ...[...DOORS, ...CROSSINGS].map(({ place }) => place),
      ...ENTITIES.map(({ service, type }) => `${service} ${type}`),
      ...ACTIONS,
    ]);
    expect(Object.keys(UNTRIED).filter((place) => !known.has(place))).toEqual([]);
  });
});
