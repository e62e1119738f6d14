import { GraphQLError } from 'graphql';
import type { Code } from './codes.ts';

/** What is wrong with one field of the input; the path of a nested one has dots and indices: `rows.3.amount`. */
export interface FieldFault {
  field: string;
  message: string;
}

/** A failure that a caller can expect: it reaches the caller as it is. Everything else becomes `INTERNAL`. */
export class ApiError extends GraphQLError {
  override readonly name = 'ApiError';
  readonly code: Code;
  readonly fields: readonly FieldFault[] | undefined;

  constructor(code: Code, message: string, fields?: readonly FieldFault[]) {
    const told = fields?.map((fault) => ({ field: fault.field, message: fault.message }));
    super(message, { extensions: { code, ...(told && { fields: told }) } });
    this.code = code;
    this.fields = told;
  }
}

/** An error of a code of the registry, to be thrown. */
export const fail = (code: Code, message: string, fields?: readonly FieldFault[]): ApiError =>
  new ApiError(code, message, fields);

/** `BAD_USER_INPUT` for one field, to be thrown. @param message what is wrong, to be read after the field's name */
export const badInput = (field: string, message: string): ApiError => badInputs([{ field, message }]);

/** `BAD_USER_INPUT` for several fields at once, to be thrown. */
export const badInputs = (faults: readonly FieldFault[]): ApiError =>
  new ApiError('BAD_USER_INPUT', faults.map(({ field, message }) => `${field} ${message}`).join('; '), faults);

/** `NOT_FOUND`, to be thrown for what is absent and for what is hidden alike. @param what such as `customer` */
export const notFound = (what: string): ApiError => new ApiError('NOT_FOUND', `There is no such ${what}.`);

/** `CONFLICT`, to be thrown. */
export const conflict = (message: string, fields?: readonly FieldFault[]): ApiError =>
  new ApiError('CONFLICT', message, fields);

/**
 * The one of `id` and `code` that was given.
 * @throws BAD_USER_INPUT when it is none or both
 */
export function exactlyOne(args: {
  id?: string | null;
  code?: string | null;
}): { id: string; code?: undefined } | { id?: undefined; code: string } {
  const id = args.id ?? undefined;
  const code = args.code ?? undefined;
  if (id !== undefined && code === undefined) return { id };
  if (id === undefined && code !== undefined) return { code };
  const message = id === undefined ? 'is required when code is absent' : 'excludes code: give exactly one of them';
  throw badInput('id', message);
}
