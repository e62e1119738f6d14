import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema, isNonNullType } from 'graphql';
import { type Action, isAction } from './matrix.ts';
import type { Viewer } from './viewer.ts';

/** The least that a resolver's context holds. */
interface WithViewer {
  viewer: Pick<Viewer, 'scope' | 'require'>;
}

// biome-ignore lint/suspicious/noExplicitAny: arguments and parents are those of whatever field is wrapped
type Field = GraphQLFieldConfig<any, WithViewer>;
type ResolveReference = (reference: unknown, context: WithViewer, ...rest: unknown[]) => unknown;

/**
 * Enforces `@access(action:)`: what a caller may not do at all never reaches a resolver.
 * - a field of `Query`, `Mutation` or `Subscription` is answered with FORBIDDEN
 * - any other field is null as if there were nothing, or FORBIDDEN where it cannot be null
 * - a reference to an entity (`_entities`) is null as if it did not exist
 *
 * How far the caller reaches within what it may do, the stores apply themselves, from `viewer.scope(action)`.
 * @throws Error for an action that the matrix does not have
 */
export function applyAccess(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  const guarded = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: Field, name, type) => {
      const action = actionOf(schema, field, `${type}.${name}`);
      return action ? guard(field, action, !roots.has(type) && !isNonNullType(field.type)) : undefined;
    },
  });
  // References are resolved by a function that federation keeps beside the type, not by a field.
  for (const type of Object.values(guarded.getTypeMap())) {
    const action = actionOf(schema, type, type.name);
    if (action) guardReference(type, action);
  }
  return guarded;
}

function actionOf(schema: GraphQLSchema, node: Parameters<typeof getDirective>[1], place: string): Action | null {
  const action: unknown = getDirective(schema, node, 'access')?.[0]?.action;
  if (action === undefined) return null;
  if (typeof action === 'string' && isAction(action)) return action;
  throw new Error(`@access of ${place} names an action that the matrix does not have: ${String(action)}`);
}

function guard(field: Field, action: Action, hides: boolean): Field {
  const { resolve = defaultFieldResolver, subscribe } = field;
  const allowed = async (context: WithViewer) => (await context.viewer.scope(action)).kind !== 'NONE';
  return {
    ...field,
    resolve: async (parent, args, context, info) => {
      if (hides && !(await allowed(context))) return null;
      await context.viewer.require(action);
      return resolve(parent, args, context, info);
    },
    ...(subscribe && {
      subscribe: async (parent: unknown, args: object, context: WithViewer, info) => {
        await context.viewer.require(action);
        return subscribe(parent, args, context, info);
      },
    }),
  };
}

function guardReference(type: object, action: Action): void {
  const extensions = (type as { extensions?: { apollo?: { subgraph?: { resolveReference?: ResolveReference } } } })
    .extensions;
  const federation = extensions?.apollo?.subgraph;
  const resolve = federation?.resolveReference;
  if (!federation || !resolve) return;
  federation.resolveReference = async (reference, context, ...rest) => {
    if ((await context.viewer.scope(action)).kind === 'NONE') return null;
    return resolve(reference, context, ...rest);
  };
}
