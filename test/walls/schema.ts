/** What the subgraphs say of themselves: which action opens which root field, mutation, entity type and nested field. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type ConstDirectiveNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
} from 'graphql';
import { repositoryRoot } from '../stories/story.ts';
import { SERVICES, type ServiceName } from './records.ts';

/** A field that an action opens, or that leads to a type that an action opens. */
export interface Door {
  service: ServiceName;
  /** Such as `Query.opportunity` or `Employee.corrections`. */
  place: string;
  action: string;
}

const ROOTS = ['Query', 'Mutation', 'Subscription'];

const actionOf = (directives: readonly ConstDirectiveNode[] = []): string | null => {
  const value = directives.find(({ name }) => name.value === 'access')?.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : null;
};
const keyOf = (directives: readonly ConstDirectiveNode[] = []) => directives.find(({ name }) => name.value === 'key');
const isResolvable = (directive: ConstDirectiveNode): boolean =>
  !directive.arguments?.some(
    ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
  );
const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));

type TypeNodes = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The SDL of a subgraph as it is committed. */
export const sdlOf = (service: ServiceName): string =>
  readFileSync(join(repositoryRoot, 'services', service, 'schema.graphql'), 'utf8');

const typesOf = (service: ServiceName): TypeNodes[] =>
  parse(sdlOf(service)).definitions.filter(
    (node): node is TypeNodes => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );

const everyType = SERVICES.flatMap((service) => typesOf(service).map((node) => ({ service, node })));

/** Root fields, mutations and nested fields with an action of their own. */
export const DOORS: readonly Door[] = everyType.flatMap(({ service, node }) =>
  (node.fields ?? []).flatMap(({ name, directives }) => {
    const action = actionOf(directives);
    return action ? [{ service, place: `${node.name.value}.${name.value}`, action }] : [];
  }),
);
export const ROOT_DOORS = DOORS.filter(({ place }) => ROOTS.includes(place.split('.')[0]!));

/** The action of a root field. */
export const actionOfRoot = (field: string): string => {
  const door = ROOT_DOORS.find(({ place }) => place === `Query.${field}` || place === `Mutation.${field}`);
  if (!door) throw new Error(`No subgraph has a root field ${field} with @access`);
  return door.action;
};

/** Entity types whose references a subgraph resolves. */
export const ENTITIES: readonly { service: ServiceName; type: string; action: string }[] = everyType.flatMap(
  ({ service, node }) => {
    const key = keyOf(node.directives);
    const action = actionOf(node.directives);
    return key && action && isResolvable(key) ? [{ service, type: node.name.value, action }] : [];
  },
);

const actionOfType = new Map(
  everyType.flatMap(({ node }) => {
    const action = actionOf(node.directives);
    return action ? [[node.name.value, action] as const] : [];
  }),
);

/** Nested fields that lead to something that an action opens, such as `ScoreCredit.opportunity`. */
export const CROSSINGS: readonly Door[] = everyType.flatMap(({ service, node }) =>
  ROOTS.includes(node.name.value)
    ? []
    : (node.fields ?? []).flatMap(({ name, type }) => {
        const action = actionOfType.get(named(type));
        return action ? [{ service, place: `${node.name.value}.${name.value}`, action }] : [];
      }),
);

const FEDERATION = `
  scalar _Any
  type _Stub { id: ID }
  directive @link(url: String!, import: [String!]) repeatable on SCHEMA
  directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT
  directive @shareable on OBJECT | FIELD_DEFINITION
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
  directive @cost(weight: Int!) on FIELD_DEFINITION
`;

const subgraphs = new Map<ServiceName, GraphQLSchema>();

/** The schema of a subgraph, with `_entities`. */
export function schemaOf(service: ServiceName): GraphQLSchema {
  const known = subgraphs.get(service);
  if (known) return known;
  const types = ENTITIES.filter((entity) => entity.service === service).map(({ type }) => type);
  const sdl = sdlOf(service).replace(/^extend schema[\s\S]*?\)\s*$/m, '');
  const schema = buildSchema(
    `${FEDERATION}\n${sdl}\nunion _Entity = ${types.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`,
    { assumeValidSDL: true },
  );
  subgraphs.set(service, schema);
  return schema;
}
