/** How deep, how aliased and how costly an operation is: a pure function of the document, its variables and the schema. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

export interface Measure {
  /** Fields of the outermost selection, fragments expanded. */
  rootFields: number;
  /** Levels of fields below the root. */
  depth: number;
  /** Fields under another name, fragments expanded. */
  aliases: number;
  /**
   * Objects that may have to be fetched: every field that yields objects counts 1, times the size of the lists around it.
   * The size of a paged list is its `first` argument, that of a plain one the size it is assumed to have. A mutation counts 10 more.
   */
  cost: number;
}

export interface MeasureOptions {
  variables: Record<string, unknown>;
  /** Size of a plain list, by `Type.field`, where the schema says one; otherwise `assumedListSize`. */
  assumedSizes: ReadonlyMap<string, number>;
  assumedListSize?: number;
  /** Size of a page when `first` is absent, and the most that `first` gives. */
  defaultPage?: number;
  largestPage?: number;
}

const MUTATION_COST = 10;
const NOTHING: Measure = { rootFields: 0, depth: 0, aliases: 0, cost: 0 };

/** The document must be valid: fragments exist and do not contain themselves. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  options: MeasureOptions,
): Measure {
  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  const measure = new Measurement(schema, document, operation, options).ofSelections(
    operation.selectionSet,
    root,
    null,
  );
  const mutations = operation.operation === 'mutation' ? operation.selectionSet.selections.length : 0;
  return { ...measure, cost: measure.cost + mutations * MUTATION_COST };
}

class Measurement {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #options: Required<MeasureOptions>;
  readonly #fragments: Map<string, FragmentDefinitionNode>;
  /** A fragment is measured once per type and page size, so nested spreads stay cheap however often they multiply. */
  readonly #known = new Map<string, Measure>();

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    options: MeasureOptions,
  ) {
    this.#schema = schema;
    this.#operation = operation;
    this.#options = { assumedListSize: 10, defaultPage: 50, largestPage: 200, ...options };
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** @param page how many nodes the connection that this selection is made on holds; null outside of one */
  ofSelections({ selections }: SelectionSetNode, parent: GraphQLNamedType, page: number | null): Measure {
    let [rootFields, depth, aliases, cost] = [0, 0, 0, 0];
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FIELD
          ? this.#ofField(selection, parent, page)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.#ofFragment(selection.name.value, page)
            : this.ofSelections(
                selection.selectionSet,
                this.#typeNamed(selection.typeCondition?.name.value) ?? parent,
                page,
              );
      rootFields += part.rootFields;
      depth = Math.max(depth, part.depth);
      aliases += part.aliases;
      cost += part.cost;
    }
    return { rootFields, depth, aliases, cost };
  }

  #ofFragment(name: string, page: number | null): Measure {
    const key = `${name} ${page}`;
    const known = this.#known.get(key);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#typeNamed(fragment?.typeCondition.name.value);
    const measure = fragment && type ? this.ofSelections(fragment.selectionSet, type, page) : NOTHING;
    this.#known.set(key, measure);
    return measure;
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType, page: number | null): Measure {
    const aliases = node.alias ? 1 : 0;
    const field = this.#fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return { rootFields: 1, depth: 1, aliases, cost: 0 };

    const isList = isListType(getNullableType(field.type as GraphQLOutputType));
    const size = isList ? this.#listSize(node, field, parent, page) : 1;
    const inner = this.ofSelections(node.selectionSet, type, isList ? null : this.#pageOf(node, field));
    // The wrappers of a page (the connection, its edges) cost nothing: their nodes do.
    const isWrapper = isList ? page !== null && node.name.value === 'edges' : this.#pageOf(node, field) !== null;
    const own = isWrapper ? 0 : 1;
    const aliasesInAll = inner.aliases + aliases;
    return { rootFields: 1, depth: inner.depth + 1, aliases: aliasesInAll, cost: size * (own + inner.cost) };
  }

  #listSize(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType,
    page: number | null,
  ): number {
    const own = this.#pageOf(node, field);
    if (own !== null) return own;
    if (page !== null && (node.name.value === 'nodes' || node.name.value === 'edges')) return page;
    return this.#options.assumedSizes.get(`${parent.name}.${field.name}`) ?? this.#options.assumedListSize;
  }

  /** The value of `first`; null for a field without that argument. */
  #pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const argument = field.args.find(({ name }) => name === 'first');
    if (!argument) return null;
    const { defaultPage, largestPage } = this.#options;
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const value =
      given?.kind === Kind.VARIABLE
        ? this.#variable(given.name.value)
        : given?.kind === Kind.INT
          ? Number(given.value)
          : argument.defaultValue;
    return typeof value === 'number' && value >= 1 ? Math.min(value, largestPage) : defaultPage;
  }

  #variable(name: string): unknown {
    const { variables } = this.#options;
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name];
    const definition = this.#operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#schema.getType(name);
  }

  #fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }
}
