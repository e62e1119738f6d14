import { type ASTNode, Kind, parse, type StringValueNode, visit } from 'graphql';

/** The parts of a schema that a reader meets, and so needs explained. */
const EXPLAINED = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
]);

interface Named {
  name?: { value: string };
  description?: StringValueNode;
}

/** Finds what has no description. @returns its path, such as `Customer.opportunities.first` */
export function undescribed(sdl: string): string[] {
  const found: string[] = [];
  const path: string[] = [];
  const enter = (node: ASTNode) => {
    const { name, description } = node as Named;
    if (!name || !/Definition$|Extension$/.test(node.kind)) return;
    path.push(name.value);
    const isRoot = path.length === 1 && /^(Query|Mutation|Subscription)$/.test(name.value);
    if (EXPLAINED.has(node.kind) && !isRoot && !description?.value.trim()) found.push(path.join('.'));
  };
  const leave = (node: ASTNode) => {
    if ((node as Named).name && /Definition$|Extension$/.test(node.kind)) path.pop();
  };
  visit(parse(sdl), { enter, leave });
  return found;
}
