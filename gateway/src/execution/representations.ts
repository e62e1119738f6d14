/** Turns entities into the representations that a subgraph is asked with: JSON text, equal for equal entities. */
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType, Kind } from 'graphql';
import { isResultObject, mergeInto, type ResultObject } from './merging.ts';

/** The representation of an entity as JSON; null when it lacks what the plan requires or is of a type that it does not. */
export type WriteRepresentation = (entity: ResultObject) => string | null;

/** What is required of the entities of one type: by name, without anything below. */
type FlatFields = readonly { name: string; key: string }[];

/**
 * @param requires what the plan requires of entities, by type
 * @param schema the supergraph: requirements may name what callers do not see
 */
export function representationWriter(
  requires: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): WriteRepresentation {
  const byType = new Map<string, FlatFields | null>();

  /** The plain fields required of a type; null where it takes the general way. */
  function flatFieldsOf(typename: string): FlatFields | null {
    const known = byType.get(typename);
    if (known !== undefined) return known;
    const fields = flatFields(requires, typename, schema);
    byType.set(typename, fields);
    return fields;
  }

  return (entity) => {
    const typename = entity.__typename;
    const fields = typeof typename === 'string' ? flatFieldsOf(typename) : null;
    if (fields === null) return writeGenerally(entity, requires, schema);
    let text = '{';
    for (let place = 0; place < fields.length; place += 1) {
      const { name, key } = fields[place]!;
      const value = entity[name];
      if (value === undefined) return null;
      text += place === 0 ? key : `,${key}`;
      text += JSON.stringify(value);
    }
    return `${text}}`;
  };
}

function flatFields(
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
  schema: GraphQLSchema,
): FlatFields | null {
  const matching = requires.filter(
    (one) => one.kind === Kind.INLINE_FRAGMENT && one.typeCondition && isOfType(schema, typename, one.typeCondition),
  );
  const [only] = matching;
  const isPlain = requires.every(({ kind }) => kind === Kind.INLINE_FRAGMENT);
  if (!isPlain || matching.length !== 1 || only?.kind !== Kind.INLINE_FRAGMENT) return null;
  const fields: { name: string; key: string }[] = [];
  for (const selection of only.selections) {
    if (selection.kind !== Kind.FIELD || selection.selections) return null;
    const name = selection.alias ?? selection.name;
    fields.push({ name, key: `${JSON.stringify(name)}:` });
  }
  return fields.some(({ name }) => name === '__typename') ? fields : null;
}

/** Whether an object of a type meets a condition. */
function isOfType(schema: GraphQLSchema, typename: string, condition: string): boolean {
  if (typename === condition) return true;
  const [type, wanted] = [schema.getType(typename), schema.getType(condition)];
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}

function writeGenerally(
  entity: ResultObject,
  requires: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): string | null {
  const representation = select(entity, requires, schema);
  return representation?.__typename ? JSON.stringify(representation) : null;
}

/** What some selections are of a value; null when something that they require is not there. */
function select(
  source: ResultObject | null,
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): ResultObject | null {
  if (source === null) return null;
  const result: ResultObject = {};
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias ?? selection.name;
      const value = Object.hasOwn(source, name) ? source[name] : undefined;
      if (value === undefined) return null;
      result[name] = selection.selections ? selectBelow(value, selection.selections, schema) : value;
    } else if (selection.typeCondition) {
      const typename = source.__typename;
      if (typeof typename !== 'string' || !isOfType(schema, typename, selection.typeCondition)) continue;
      const part = select(source, selection.selections, schema);
      if (part) mergeInto(result, part);
    }
  }
  return result;
}

function selectBelow(value: unknown, selections: readonly QueryPlanSelectionNode[], schema: GraphQLSchema): unknown {
  if (Array.isArray(value)) return value.map((element) => selectBelow(element, selections, schema));
  return isResultObject(value) ? select(value, selections, schema) : value;
}
