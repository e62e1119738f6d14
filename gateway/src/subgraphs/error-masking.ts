/** What callers may read of an error. Everything that is not meant for them becomes INTERNAL with an id that the log carries. */
import { randomUUID } from 'node:crypto';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { ERROR_CODES } from '@salesgraph/service-kit';
import type { GraphQLFormattedError } from 'graphql';

/** Codes that Apollo Server gives to a bad request; their messages are about the caller's own document. */
const DOCUMENT_CODES = new Set<string>(
  Object.values(ApolloServerErrorCode).filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
);

/** Codes of a subgraph that tell of a fault between gateway and subgraph, never of the caller. */
const BETWEEN_US = new Set(['UNAUTHENTICATED', 'INTERNAL']);

const LONGEST_ID = 100;

/** An error as a subgraph sent it: nothing of it is trusted to have a shape. */
export interface RawError {
  message?: unknown;
  path?: unknown;
  extensions?: { code?: unknown; fields?: unknown; id?: unknown } | null;
}

export interface SafeError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; fields?: { field: string; message: string }[]; id?: string };
}

/** Writes down what callers do not see. */
export type ReportFault = (id: string, fault: unknown) => void;

const isKnown = (code: unknown): code is string => typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);

function safePath(path: unknown): Pick<SafeError, 'path'> {
  const isStep = (step: unknown) => typeof step === 'string' || typeof step === 'number';
  return Array.isArray(path) && path.every(isStep) ? { path } : {};
}

function safeFields(fields: unknown): Pick<SafeError['extensions'], 'fields'> {
  if (!Array.isArray(fields)) return {};
  const safe = fields.flatMap((one: { field?: unknown; message?: unknown } | null) =>
    typeof one?.field === 'string' && typeof one.message === 'string'
      ? [{ field: one.field, message: one.message }]
      : [],
  );
  return { fields: safe };
}

const internal = (id: string, path: unknown): SafeError => ({
  message: 'Something went wrong on our side.',
  ...safePath(path),
  extensions: { code: 'INTERNAL', id },
});

/** A graph can refuse a literal that its scalars do not take only where the scalar is known: in the subgraph. */
const isRefusedValue = ({ message, extensions }: RawError): boolean =>
  extensions?.code === ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED &&
  typeof message === 'string' &&
  /^Expected value of type|cannot represent|^Variable "/.test(message);

/** An error of a subgraph as callers may see it: code, message, path and fields when the code is one of the registry. */
export function maskSubgraphError(error: RawError, report: ReportFault): SafeError {
  const { code, fields, id } = error.extensions ?? {};
  if (isRefusedValue(error)) {
    return { message: String(error.message), ...safePath(error.path), extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (isKnown(code) && !BETWEEN_US.has(code) && typeof error.message === 'string') {
    return { message: error.message, ...safePath(error.path), extensions: { code, ...safeFields(fields) } };
  }
  // The subgraph has logged its own bug under this id already; everything else is logged here.
  if (code === 'INTERNAL' && typeof id === 'string' && id.length <= LONGEST_ID) return internal(id, error.path);
  const fresh = randomUUID();
  report(fresh, error);
  return internal(fresh, error.path);
}

/** The last word on every error that leaves the gateway: its own, those of Apollo Server and those of subgraphs. */
export function maskOutgoingError(
  formatted: GraphQLFormattedError,
  fault: unknown,
  report: ReportFault,
): GraphQLFormattedError {
  const { message, locations, path, extensions = {} } = formatted;
  const { code, fields, id } = extensions;
  if (typeof code === 'string' && DOCUMENT_CODES.has(code) && code !== 'BAD_USER_INPUT') {
    return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
  }
  if (code === 'INTERNAL' && typeof id === 'string') return internal(id, path);
  if (isKnown(code) && code !== 'INTERNAL') {
    return { message, ...safePath(path), extensions: { code, ...safeFields(fields) } };
  }
  const fresh = randomUUID();
  report(fresh, fault);
  return internal(fresh, path);
}
