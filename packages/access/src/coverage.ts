import { type DirectiveNode, Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse } from 'graphql';
import { isAction } from './matrix.ts';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

const isObject = (node: { kind: string }): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;

/** Of an entity of another subgraph that gets nothing here but the id there is nothing to guard. */
const isBareReference = (definitions: readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[]): boolean => {
  const key = named(
    definitions.flatMap(({ directives = [] }) => directives),
    'key',
  );
  const resolvable = key?.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
};

const named = (directives: readonly DirectiveNode[] | undefined, name: string) =>
  directives?.find((directive) => directive.name.value === name);

/** What is wrong with one `@access`, if anything. */
function fault(place: string, directive: DirectiveNode | undefined): string[] {
  if (!directive) return [`${place} has no @access(action:)`];
  const action = directive.arguments?.find(({ name }) => name.value === 'action')?.value;
  const text = action?.kind === Kind.STRING ? action.value : '';
  return isAction(text) ? [] : [`@access of ${place} names an action that the matrix does not have: "${text}"`];
}

/**
 * Finds what a subgraph leaves open: every field of `Query`, `Mutation` and `Subscription` and every entity type needs an
 * `@access` with an action of the matrix, and every other `@access` names one too.
 * @param typeDefs the service's own SDL
 * @returns a line a fault, in the order of the SDL
 */
export function checkAccessCoverage(typeDefs: string): string[] {
  const objects = Map.groupBy(parse(typeDefs).definitions.filter(isObject), ({ name }) => name.value);
  return [...objects].flatMap(([type, definitions]) => {
    const directives = definitions.flatMap((definition) => definition.directives ?? []);
    const fields = definitions.flatMap((definition) => definition.fields ?? []);
    const access = named(directives, 'access');
    const ofType = access || (named(directives, 'key') && !isBareReference(definitions)) ? fault(type, access) : [];
    const ofFields = fields
      .filter((field) => ROOTS.has(type) || named(field.directives, 'access'))
      .flatMap((field) => fault(`${type}.${field.name.value}`, named(field.directives, 'access')));
    return [...ofType, ...ofFields];
  });
}
