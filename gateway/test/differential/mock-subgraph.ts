/**
 * A subgraph that answers anything its schema allows, from nothing but hashes: the same entity has the same values wherever
 * and however often it is asked for, and what a fault does to it is the same too.
 */
import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  parse,
} from 'graphql';

/** How a subgraph misbehaves. */
export type Fault =
  | 'NONE'
  /** Answers errors at some fields. */
  | 'ERRORS'
  /** Is not there. */
  | 'GONE'
  /** Answers something that is no GraphQL. */
  | 'GARBAGE'
  /** Leaves out or garbles values as its own schema forbids. */
  | 'BROKEN_VALUES'
  /** Answers with too few entities. */
  | 'FEW_ENTITIES';

export interface MockSubgraph {
  name: string;
  /** @returns the body of the answer @throws Error when the subgraph is gone */
  answer(body: string, fault: Fault, seed: number): Promise<string>;
}

interface Source {
  __typename?: string;
  /** What the values of this object follow from. */
  seed?: string;
  [key: string]: unknown;
}

/** A number from a text, evenly spread. */
export const hash = (text: string): number => createHash('md5').update(text).digest().readUInt32BE(0);

/** So few entities of a type that the same one comes up often. */
const ENTITIES = 7;

/** The number of an entity, from the value of any of its keys. */
const numberOf = (key: unknown): string => {
  const value = typeof key === 'object' && key !== null ? Object.values(key).at(-1) : key;
  return String(value).split('-').at(-1)!;
};

/** What the values of an object follow from: of an entity its type and number, whichever key it is known by. */
function seedOf(source: Source, keys: ReadonlyMap<string, string[]>): string {
  if (source.seed !== undefined) return source.seed;
  const key = keys.get(source.__typename ?? '')?.find((name) => source[name] !== undefined);
  return key === undefined ? 'root' : `${entityOf(source.__typename!)}#${numberOf(source[key])}`;
}

/** Entities that implement an interface are one with what another subgraph knows by the interface only. */
const entityOf = (typename: string): string => typename.replace(/^(Media|Book|Film)$/, 'Media');

/** The first name of every `@key` of every type. */
function keysIn(sdl: string): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [, type, directives] of sdl.matchAll(/(?:type|interface) (\w+)[^{]*?((?:@\w+(?:\([^)]*\))?\s*)+)\{/g)) {
    const names = [...directives!.matchAll(/@key\(fields:\s*"(\w+)/g)].map(([, name]) => name!);
    if (names.length > 0) keys.set(type!, names);
  }
  return keys;
}

export function mockSubgraph(name: string, sdl: string): MockSubgraph {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) });
  const keys = keysIn(sdl);
  const ofInterface = interfaceChoice(schema);

  function made(type: GraphQLNamedType, seed: string, field: string): unknown {
    const n = hash(`${seed}/${field}`);
    if (isEnumType(type)) return type.getValues()[n % type.getValues().length]!.name;
    if (isScalarType(type)) {
      if (type.name === 'Int') return n % 1000;
      if (type.name === 'Float') return (n % 1000) / 8;
      if (type.name === 'Boolean') return n % 2 === 0;
      return n % 5 === 0 ? `say "${n % 97}"\\n` : `${field}-${n % 97}`;
    }
    const concrete = isObjectType(type) ? type.name : ofInterface(type, hash(`${seed}/${field}/type`));
    const own = keys.get(concrete);
    if (!own) return { __typename: concrete, seed: `${seed}/${field}` };
    return { __typename: concrete, seed: `${entityOf(concrete)}#${n % ENTITIES}` };
  }

  function build(type: GraphQLOutputType, seed: string, field: string): unknown {
    if (isNonNullType(type)) return build(type.ofType, seed, field) ?? build(type.ofType, `${seed}!`, field);
    const n = hash(`${seed}/${field}/shape`);
    if (isListType(type)) {
      return Array.from({ length: n % 4 }, (_, place) => build(type.ofType, `${seed}[${place}]`, field));
    }
    const isKey = /#\d+$/.test(seed) && (field === 'id' || field === 'code');
    if (isKey) return `${field}-${seed.split('#')[1]}`;
    return n % 9 === 0 ? null : made(getNamedType(type), seed, field);
  }

  const resolve: GraphQLFieldResolver<Source, { fault: Fault; seed: number }> = (source, args, context, info) => {
    const given = source?.[info.fieldName];
    if (given !== undefined) return given;
    const from = seedOf(source ?? {}, keys);
    if (context.fault === 'ERRORS' && hash(`${from}.${info.fieldName} ${context.seed}`) % 6 === 0) {
      throw new GraphQLError(`${info.fieldName} went wrong`, { extensions: { code: 'NOT_FOUND' } });
    }
    // What is required of other subgraphs shows in the value.
    const required = info.parentType
      .getFields()
      [info.fieldName]?.astNode?.directives?.some((directive) => directive.name.value === 'requires');
    const handed = required ? JSON.stringify(Object.entries(source).filter(([key]) => key !== 'seed')) : '';
    const asked = Object.keys(args).length > 0 ? JSON.stringify(args) : '';
    return build(info.returnType, handed + asked ? `${from}(${handed}${asked})` : from, info.fieldName);
  };

  return {
    name,
    async answer(body, fault, seed) {
      if (fault === 'GONE') throw new Error('connection refused');
      if (fault === 'GARBAGE') return ['<html>', '{"data":', '[]', '{}', '{"data":null}', 'null'][seed % 6]!;
      const { query, variables, operationName } = JSON.parse(body);
      const document = parse(query);
      const contextValue = { fault, seed };
      const result = await execute({
        schema,
        document,
        variableValues: variables,
        operationName,
        contextValue,
        fieldResolver: resolve as GraphQLFieldResolver<unknown, unknown>,
        typeResolver: (value) => (value as Source).__typename,
      });
      const answer = JSON.parse(JSON.stringify(result)) as { data?: Record<string, unknown> };
      if (fault === 'BROKEN_VALUES') breakValues(answer.data, seed);
      if (fault === 'FEW_ENTITIES' && Array.isArray(answer.data?._entities)) answer.data._entities.pop();
      return JSON.stringify(answer);
    },
  };
}

/** Chooses a type for a value of an abstract one, the same in every subgraph that knows it. */
function interfaceChoice(schema: GraphQLSchema) {
  return (type: GraphQLNamedType, n: number): string => {
    if (!isInterfaceType(type) && !isUnionType(type)) return type.name;
    const names = schema
      .getPossibleTypes(type)
      .map((one) => one.name)
      .sort();
    return names[n % names.length]!;
  };
}

/** Garbles values by what they are, so that the same value is garbled wherever it comes up. */
function breakValues(value: unknown, seed: number): void {
  if (Array.isArray(value)) for (const element of value) breakValues(element, seed);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const object = value as Record<string, unknown>;
  for (const [key, present] of Object.entries(object)) {
    breakValues(present, seed);
    if (key === '__typename' || key === '_entities' || key.startsWith('id') || key.startsWith('code')) continue;
    if (typeof present === 'object') continue;
    const n = hash(`${key} ${present} ${seed}`) % 12;
    if (n === 0) object[key] = null;
    if (n === 1) object[key] = typeof present === 'number' ? 'seven' : 7.5;
    if (n === 2) delete object[key];
  }
}
