/** What a code means to a caller, and the HTTP status where an answer is nothing but that error. */
export interface ErrorCode {
  readonly description: string;
  readonly http?: number;
}

/** Every code that an error of the graph can carry. New codes go here; `docs/errors.md` is generated from this table. */
export const ERROR_CODES = {
  BAD_USER_INPUT: {
    description:
      'What was given cannot be taken. `extensions.fields` names each field and its fault. Nothing was changed.',
    http: 400,
  },
  NOT_FOUND: { description: 'It does not exist, or the caller may not see it: the two look the same.' },
  CONFLICT: {
    description:
      'It contradicts what is on record, for example since somebody else changed it meanwhile. Read again, then decide.',
  },
  FORBIDDEN: { description: "The caller's roles do not allow the action." },
  UNAUTHENTICATED: { description: 'There is no valid token.', http: 401 },
  UNAVAILABLE: { description: 'Something that is needed does not answer at the moment. Try again later.', http: 503 },
  SUBGRAPH_UNAVAILABLE: {
    description: 'A part of the graph cannot be reached. What it would have answered is null; the rest is there.',
  },
  SUBGRAPH_TIMEOUT: {
    description: 'A part of the graph did not answer in time. What it would have answered is null; the rest is there.',
  },
  TOO_MANY: { description: 'A list or a record would hold more than it may.' },
  PERIOD_LOCKED: { description: 'The period is locked: its scores are final.' },
  PERIOD_NOT_DUE: { description: 'The period has not ended yet, or its import is still under way.' },
  RATE_LIMITED: { description: 'The caller asks too often. Wait as long as `Retry-After` says.', http: 429 },
  QUERY_TOO_EXPENSIVE: {
    description: 'The operation would read too much: it is too deep, too long or asks for too many rows.',
    http: 400,
  },
  INTERNAL: { description: 'A fault on our side. `extensions.id` finds it in the log.', http: 500 },
} as const satisfies Record<string, ErrorCode>;

/** Codes of answers to what is no sound GraphQL request at all, as the GraphQL server gives them. */
export const REQUEST_CODES = {
  GRAPHQL_PARSE_FAILED: { description: 'The document is no GraphQL.', http: 400 },
  GRAPHQL_VALIDATION_FAILED: { description: 'The document does not fit the schema.', http: 400 },
  OPERATION_RESOLUTION_FAILURE: {
    description: 'The document holds no operation of that name, or several and no name was given.',
    http: 400,
  },
  BAD_REQUEST: { description: 'The HTTP request is no GraphQL request.', http: 400 },
  PERSISTED_QUERY_NOT_SUPPORTED: { description: 'Operations are sent in full.' },
} as const satisfies Record<string, ErrorCode>;

/** A code of the registry. */
export type Code = keyof typeof ERROR_CODES;

/** Whether an error with this code may reach a caller as it is. */
export const isCode = (code: unknown): code is Code | keyof typeof REQUEST_CODES =>
  typeof code === 'string' && (Object.hasOwn(ERROR_CODES, code) || Object.hasOwn(REQUEST_CODES, code));
