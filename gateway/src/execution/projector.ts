/** Writes the answer: from all that was collected, what the operation asked for, in its order, as JSON text. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { leafWriter } from './leaves.ts';
import type { ResultObject } from './merging.ts';
import { type Run, Unsupported } from './run.ts';

/** Writes a value that is not null. @throws Unsupported when it is for Apollo's shaping */
type Write = (value: unknown, run: Projection) => string;

/** What the writing of one answer needs to know. */
export type Projection = Pick<Run, 'variables' | 'plain'>;

type Condition = (variables: Run['variables']) => boolean;

/** A selection set with the condition under which it is selected; null for always. */
interface Selected {
  set: SelectionSetNode;
  when: Condition | null;
}

/** A field of an answer: everything that is selected of it under one name. */
interface Collected {
  name: string;
  /** Conditions of which one must hold; null when the field is always there. */
  when: Condition[] | null;
  below: Selected[];
}

interface FieldWriter {
  name: string;
  key: string;
  when: Condition[] | null;
  write: Write;
}

/** Names that every object has: an absent field of that name would not look absent. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** @throws Unsupported for an operation that asks for the schema, or under a name that objects have by themselves */
export function compileProjector(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (data: ResultObject, run: Projection) => string {
  visit(document, {
    Field({ alias, name }) {
      const responseName = alias?.value ?? name.value;
      if (INHERITED.has(responseName)) throw new Unsupported(`the name ${responseName}`);
    },
  });
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Unsupported(`no ${operation.operation}`);
  return new Projector(schema, fragments).object([{ set: operation.selectionSet, when: null }], root) as (
    data: ResultObject,
    run: Projection,
  ) => string;
}

class Projector {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  /** The writer of objects of one type. */
  object(selected: readonly Selected[], type: GraphQLObjectType): Write {
    const fields = [...this.#collect(selected, type)].map(([responseName, field]) =>
      this.#field(responseName, field, type),
    );
    const { name } = type;
    const isRoot = this.#isRoot(type);
    return (value, run) => {
      if (typeof value !== 'object' || Array.isArray(value)) throw new Unsupported('no object');
      const object = value as ResultObject;
      const typename = object.__typename;
      if (typename !== name && typename !== undefined && !isRoot) throw new Unsupported('an object of another type');
      let text = '{';
      for (let place = 0; place < fields.length; place += 1) {
        const field = fields[place]!;
        if (field.when !== null && !field.when.some((holds) => holds(run.variables))) continue;
        text += text.length === 1 ? field.key : `,${field.key}`;
        text += field.write(object[field.name], run);
      }
      return `${text}}`;
    };
  }

  #isRoot(type: GraphQLObjectType): boolean {
    return type === this.#schema.getQueryType() || type === this.#schema.getMutationType();
  }

  #field(responseName: string, { name, when, below }: Collected, parent: GraphQLObjectType): FieldWriter {
    const key = `${JSON.stringify(responseName)}:`;
    if (name === '__typename') {
      const text = JSON.stringify(parent.name);
      return { name: responseName, key, when, write: () => text };
    }
    const definition = parent.getFields()[name];
    if (!definition) throw new Unsupported(`the field ${name}`);
    return { name: responseName, key, when, write: this.#value(definition.type, below) };
  }

  /** The writer of values of a type, null included. */
  #value(type: GraphQLOutputType, below: readonly Selected[]): Write {
    if (isNonNullType(type)) {
      const write = this.#present(type.ofType, below);
      return (value, run) => {
        if (value === null || value === undefined) throw new Unsupported('null where there must be a value');
        return write(value, run);
      };
    }
    const write = this.#present(type, below);
    return (value, run) => (value === null || value === undefined ? 'null' : write(value, run));
  }

  #present(type: GraphQLOutputType, below: readonly Selected[]): Write {
    if (isListType(type)) return this.#list(this.#value(type.ofType, below));
    if (isLeafType(type)) {
      const write = leafWriter(type);
      return (value, run) => write(value, run.plain);
    }
    if (isObjectType(type)) return this.object(below, type);
    if (!isAbstractType(type)) throw new Unsupported('an unknown type');
    const possible = new Map(this.#schema.getPossibleTypes(type).map((one) => [one.name, one]));
    // Made when the first object of a type comes: nested abstract types would multiply.
    const writers = new Map<string, Write>();
    return (value, run) => {
      const typename = (value as ResultObject).__typename as string;
      let write = writers.get(typename);
      if (!write) {
        const one = possible.get(typename);
        if (!one) throw new Unsupported('an object of an unknown type');
        write = this.object(below, one);
        writers.set(typename, write);
      }
      return write(value, run);
    };
  }

  #list(write: Write): Write {
    return (value, run) => {
      if (!Array.isArray(value)) throw new Unsupported('no list');
      let text = '[';
      for (let place = 0; place < value.length; place += 1) {
        if (place > 0) text += ',';
        text += write(value[place], run);
      }
      return `${text}]`;
    };
  }

  /** The fields of an object of a type, by response name, in the order in which they are first selected. */
  #collect(selected: readonly Selected[], type: GraphQLObjectType, into = new Map<string, Collected>()) {
    for (const { set, when: outer } of selected) {
      for (const selection of set.selections) {
        const when = both(outer, conditionOf(selection));
        if (selection.kind === Kind.FIELD) {
          const responseName = selection.alias?.value ?? selection.name.value;
          const known = into.get(responseName) ?? { name: selection.name.value, when: [], below: [] };
          // Selected again after a first time that may not count: its place would depend on the variables.
          if (known.when !== null && known.when.length > 0) throw new Unsupported('a field in two conditional places');
          into.set(responseName, known);
          if (when === null) known.when = null;
          else known.when?.push(when);
          if (selection.selectionSet) known.below.push({ set: selection.selectionSet, when });
          continue;
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
        if (!fragment) throw new Unsupported('an unknown fragment');
        if (this.#applies(fragment.typeCondition?.name.value, type)) {
          this.#collect([{ set: fragment.selectionSet, when }], type, into);
        }
      }
    }
    return into;
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#schema.getType(condition);
    return isAbstractType(wanted) && this.#schema.isSubType(wanted, type);
  }
}

const both = (a: Condition | null, b: Condition | null): Condition | null =>
  a && b ? (variables) => a(variables) && b(variables) : (a ?? b);

/** What `@skip` and `@include` of a selection say; null when they say nothing. */
function conditionOf({ directives = [] }: SelectionNode): Condition | null {
  let condition: Condition | null = null;
  for (const directive of directives) {
    const isSkip = directive.name.value === 'skip';
    if (!isSkip && directive.name.value !== 'include') continue;
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) {
      const variable = value.name.value;
      condition = both(condition, (variables) => (variables[variable] === true) !== isSkip);
    } else if (value?.kind === Kind.BOOLEAN) {
      const holds = value.value !== isSkip;
      condition = both(condition, () => holds);
    }
  }
  return condition;
}
