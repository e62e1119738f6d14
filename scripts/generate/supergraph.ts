import { composeServices } from '@apollo/composition';
import { type GraphQLError, parse } from 'graphql';

/** A subgraph as composition takes it: its name and its printed schema. */
export interface Subgraph {
  name: string;
  schema: string;
}

export interface Composition {
  supergraph: string | null;
  /** Why it could not be composed, a line or block each. */
  faults: string[];
}

/**
 * Composes the one graph. Addresses are placeholders: the gateway has the real ones from its environment.
 */
export function composeSupergraph(subgraphs: readonly Subgraph[]): Composition {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, schema }) => ({
      name,
      url: `http://${name}.internal/graphql`,
      typeDefs: parse(schema),
    })),
  );
  return { supergraph: supergraphSdl ?? null, faults: (errors ?? []).map(readable) };
}

/** The code first, then what is wrong; the places are those of printed schemas and say little. */
const readable = ({ message, extensions }: GraphQLError): string =>
  `composition: ${extensions.code ?? 'fault'}: ${message.replaceAll('\n', '\n    ')}`;
