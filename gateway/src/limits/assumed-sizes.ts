import { Kind, parse } from 'graphql';

/** The sizes that the schema's authors give to plain lists with `@listSize(assumedSize: N)`, by `Type.field`. */
export function assumedSizesOf(supergraphSdl: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const directive = field.directives?.find(({ name }) => /(^|__)listSize$/.test(name.value));
      const size = directive?.arguments?.find(({ name }) => name.value === 'assumedSize')?.value;
      if (size?.kind === Kind.INT) sizes.set(`${definition.name.value}.${field.name.value}`, Number(size.value));
    }
  }
  return sizes;
}
