import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FieldFault } from './api-error.ts';
import { isCode } from './codes.ts';

/** Where faults are told that a caller may not see. */
export interface FaultLog {
  error(fields: object, message: string): void;
}

const UNREACHABLE =
  /^(MongoServerSelectionError|MongoNetwork\w*Error|MongoPoolCleared\w*|MongoWaitQueueTimeoutError|MongooseServerSelectionError|MongoNotConnectedError|MaxRetriesPerRequestError)$/;

/** Whether an error says that a database does not answer. */
const isUnreachable = (error: unknown): boolean => error instanceof Error && UNREACHABLE.test(error.name);

/** The words of graphql-js (`coerceVariableValues`) about a variable: `... got invalid value "x" at "input.from"; Not a day.` */
const VARIABLE =
  /^Variable "\$(\w+)" (?:got invalid value [\s\S]*?(?: at "([^"]+)")?; ([\s\S]*)|of (?:required|non-null) type [\s\S]*)$/;
const ABSENT_FIELD = /^Field "(\w+)" of required type "[^"]+" was not provided\.$/;

/** The field that a refused variable names. */
function variableFault(message: string): FieldFault[] | undefined {
  const [, variable, path, fault] = VARIABLE.exec(message) ?? [];
  if (variable === undefined) return undefined;
  const field = path ?? variable;
  const absent = ABSENT_FIELD.exec(fault ?? '')?.[1];
  if (absent) return [{ field: `${field}.${absent}`, message: 'is required' }];
  return [{ field, message: fault ?? 'is required' }];
}

/** The first error that is not a wrapper of graphql-js around what a resolver threw. */
function thrown(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/**
 * Makes the function that decides what a caller sees of an error. Errors with a code of the registry keep message, path
 * and fields; every other one is logged under a fresh id and becomes `INTERNAL` with nothing but that id. Stacks, URLs
 * and words of drivers stay here.
 */
export function formatErrorWith(log: FaultLog) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, locations, path, extensions } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const code = extensions?.code;
    const fields = extensions?.fields as FieldFault[] | undefined;

    if (code === 'GRAPHQL_VALIDATION_FAILED' && extensions?.refusedValue === true) {
      return { message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
    }
    if (code === 'BAD_USER_INPUT' && !fields) {
      const faults = variableFault(message);
      return { message, ...place, extensions: { code, ...(faults && { fields: faults }) } };
    }
    if (isCode(code) && code !== 'INTERNAL') {
      return { message, ...place, extensions: { code, ...(fields && { fields }) } };
    }
    const id = randomUUID();
    const cause = thrown(error);
    if (isUnreachable(cause)) {
      log.error({ id, err: cause, path }, 'A database does not answer');
      return {
        message: 'Something that is needed does not answer; try again in a moment.',
        ...place,
        extensions: { code: 'UNAVAILABLE', id },
      };
    }
    log.error({ id, err: cause, path }, 'A fault behind an answer');
    return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL', id } };
  };
}
