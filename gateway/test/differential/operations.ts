/** Operations made up at random over a schema: always valid, and using what the language has. */
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** What an operation can have in it; the test counts them. */
export const FEATURES = [
  'alias',
  'inline fragment',
  'named fragment',
  'type condition',
  'include',
  'skip',
  'variable',
  'default value',
  'typename',
  'list',
  'abstract type',
  'mutation',
  'argument',
  'same field twice',
] as const;
export type Feature = (typeof FEATURES)[number];

export interface MadeOperation {
  text: string;
  variables: Record<string, unknown>;
  features: Set<Feature>;
}

export type Random = (below: number) => number;

/** A small generator of numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export const makeOperation = (schema: GraphQLSchema, random: Random): MadeOperation =>
  new OperationMaker(schema, random).make();

class OperationMaker {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #features = new Set<Feature>();
  readonly #fragments: string[] = [];
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  /** What each response name stands for, so that selections which are merged agree. */
  #names = 0;
  #left = 30;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  make(): MadeOperation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation !== null && mutation !== undefined && this.#random(8) === 0;
    const root = isMutation ? mutation : this.#schema.getQueryType()!;
    if (isMutation) this.#features.add('mutation');
    const selection = this.#selection(root, 0);
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    const text = [`${isMutation ? 'mutation' : 'query'} Made${definitions} ${selection}`, ...this.#fragments].join(
      '\n',
    );
    return { text, variables: this.#variables, features: this.#features };
  }

  #has(feature: Feature, oneIn: number): boolean {
    if (this.#random(oneIn) !== 0) return false;
    this.#features.add(feature);
    return true;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const usable = fields.filter((field) => this.#isUsable(field, depth));
    if (isAbstractType(type)) this.#features.add('abstract type');
    const count = usable.length === 0 ? 0 : 1 + this.#random(Math.min(5, usable.length));
    for (let n = 0; n < count && this.#left > 0; n += 1) {
      this.#left -= 1;
      parts.push(this.#field(usable[this.#random(usable.length)]!, depth));
    }
    if (isAbstractType(type) && depth < 6) {
      for (const one of this.#schema.getPossibleTypes(type)) {
        if (this.#random(2) === 0) continue;
        this.#features.add('type condition');
        parts.push(this.#fragment(one, depth + 1));
      }
    } else if (isObjectType(type) && usable.length > 0 && depth < 5 && this.#random(6) === 0 && depth > 0) {
      parts.push(this.#fragment(type, depth + 1));
    }
    if (parts.length === 0 || this.#has('typename', 5)) {
      this.#features.add('typename');
      parts.push(this.#random(4) === 0 ? `t${this.#names++}: __typename` : '__typename');
    }
    return `{ ${parts.join(' ')} }`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const directive = this.#directive();
    const selection = this.#selection(type, depth);
    if (this.#has('named fragment', 3)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
      return `...${name}${directive}`;
    }
    this.#features.add('inline fragment');
    return `... on ${type.name}${directive} ${selection}`;
  }

  #isUsable(field: GraphQLField<unknown, unknown>, depth: number): boolean {
    return depth < 5 || !isCompositeType(getNamedType(field.type));
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isListType(isNonNullType(field.type) ? field.type.ofType : field.type)) this.#features.add('list');
    const args = this.#arguments(field);
    const selection = isCompositeType(type) ? ` ${this.#selection(type, depth + 1)}` : '';
    // Under a name of its own unless it is sure to agree with what is selected under the plain one.
    const needsAlias = args !== '' || field.args.length > 0 || this.#has('alias', 5) || this.#conflicts(field);
    if (needsAlias) this.#features.add('alias');
    const alias = needsAlias ? `a${this.#names++}: ` : '';
    const text = `${alias}${field.name}${args}${this.#directive()}${selection}`;
    if (!needsAlias && selection && this.#has('same field twice', 6)) {
      return `${text} ${field.name}${this.#directive()} { __typename }`;
    }
    return text;
  }

  /** Whether types that can stand side by side have a field of this name with another type. */
  #conflicts(field: GraphQLField<unknown, unknown>): boolean {
    return shapesOf(this.#schema).get(field.name)!.size > 1;
  }

  #directive(): string {
    if (this.#random(9) !== 0) return '';
    const name = this.#random(2) === 0 ? 'include' : 'skip';
    this.#features.add(name);
    const value = this.#random(3) > 0;
    if (this.#random(2) === 0) return ` @${name}(if: ${value})`;
    return ` @${name}(if: ${this.#variable('Boolean!', value, 'false')})`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args
      .filter((argument) => isRequiredArgument(argument) || this.#random(2) === 0)
      .map((argument) => `${argument.name}: ${this.#argument(argument)}`);
    if (given.length === 0) return '';
    this.#features.add('argument');
    return `(${given.join(', ')})`;
  }

  #argument({ type }: GraphQLArgument): string {
    const value = this.#value(type, 0);
    if (this.#random(2) === 0) return literalOf(value, type);
    return this.#variable(String(type), value, literalOf(value, type));
  }

  #variable(type: string, value: unknown, fallback: string): string {
    this.#features.add('variable');
    const name = `v${this.#definitions.length}`;
    const isNullDefault = type.endsWith('!') && fallback === 'null';
    const hasDefault = !isNullDefault && this.#has('default value', 3);
    this.#definitions.push(`$${name}: ${type}${hasDefault ? ` = ${fallback}` : ''}`);
    if (!hasDefault || this.#random(2) === 0) this.#variables[name] = value;
    return `$${name}`;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, depth) ?? this.#present(type.ofType, depth);
    return this.#random(6) === 0 ? null : this.#present(type, depth);
  }

  #present(type: GraphQLInputType, depth: number): unknown {
    if (isListType(type)) return Array.from({ length: this.#random(3) }, () => this.#value(type.ofType, depth + 1));
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues()[this.#random(named.getValues().length)]!.name;
    if (isInputObjectType(named)) {
      const entries = Object.values(named.getFields())
        .filter((field) => isNonNullType(field.type) || (depth < 3 && this.#random(3) === 0))
        .map((field) => [field.name, this.#value(field.type, depth + 1)]);
      return Object.fromEntries(entries);
    }
    if (named.name === 'Int') return this.#random(100);
    if (named.name === 'Float') return this.#random(100) / 4;
    if (named.name === 'Boolean') return this.#random(2) === 0;
    return `x-${this.#random(7)}`;
  }
}

const known = new WeakMap<GraphQLSchema, Map<string, Set<string>>>();

/** The types that fields of a name have. */
function shapesOf(schema: GraphQLSchema): Map<string, Set<string>> {
  const present = known.get(schema);
  if (present) return present;
  const shapes = new Map<string, Set<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      shapes.set(field.name, (shapes.get(field.name) ?? new Set()).add(String(field.type)));
    }
  }
  known.set(schema, shapes);
  return shapes;
}

/** A value as it is written in a document. */
function literalOf(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(value, type.ofType);
  if (value === null || value === undefined) return 'null';
  if (isListType(type)) return `[${(value as unknown[]).map((one) => literalOf(one, type.ofType)).join(', ')}]`;
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const parts = Object.entries(value as object).map(
      ([name, one]) => `${name}: ${literalOf(one, fields[name]!.type)}`,
    );
    return `{ ${parts.join(', ')} }`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}
