/** What belongs to one execution of an operation. */
import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { ResultObject } from './merging.ts';

/** An operation, or a value in it, that takes Apollo's way; it never leaves this folder. */
export class Unsupported extends Error {}

/** What a subgraph sent: its JSON as text, and whether no character of it is escaped. */
export interface SubgraphText {
  text: string;
  plain: boolean;
}

/** A request to a subgraph. */
export interface SubgraphRequest {
  subgraph: string;
  /** The body as JSON. */
  body: string;
  /** Whether it may be sent again: queries may, mutations not. */
  repeatable: boolean;
  context: GatewayContext;
}

/** Sends a request. @throws SubgraphFault when there is no answer */
export type SendToSubgraph = (request: SubgraphRequest) => Promise<SubgraphText>;

/** How the errors of a subgraph are shown to callers. */
export type ReadSubgraphError = (error: unknown, subgraph: string) => ShownError;

/** An error as callers see it; the path is still that of the subgraph. */
export interface ShownError {
  message: string;
  path?: readonly (string | number)[];
  extensions: Record<string, unknown>;
}

export interface Run {
  readonly context: GatewayContext;
  /** As given by the caller. */
  readonly given: Readonly<Record<string, unknown>>;
  /** With the defaults of the operation. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** What has been collected. */
  readonly data: ResultObject;
  readonly errors: GraphQLError[];
  /** Requests of this run by subgraph and body: what is asked twice is sent once. */
  readonly sent: Map<string, Promise<SubgraphText>>;
  /** Whether nothing that came in was escaped, so that strings may go out as they are. */
  plain: boolean;
}
