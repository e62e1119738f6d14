import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import type { ServiceSource } from './services.ts';

/** What scalars are in the code: texts but for instants. */
const SCALARS = {
  ID: 'string',
  Decimal: 'string',
  Date: 'string',
  Month: 'string',
  DateTime: 'Date',
  Metric: 'string',
  _FieldSet: 'string',
};

/** The types of a service's resolvers, from its printed schema. */
export async function resolverTypes({ name, settings }: ServiceSource, schema: string): Promise<string> {
  const types = await codegen({
    filename: 'types.ts',
    documents: [],
    schema: parse(schema),
    pluginMap: { typescript, resolvers },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    config: {
      ...settings,
      scalars: SCALARS,
      strictScalars: true,
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
    },
  });
  return `// Generated from the schema of ${name} by \`npm run generate\`; do not edit.\n${types.trimEnd()}\n`;
}
