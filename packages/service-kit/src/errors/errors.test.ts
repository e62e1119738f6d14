/** What a caller sees of a failure: all of what it can act on, nothing of what went on inside. */
import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { badInputs, conflict, ERROR_CODES, errorsPage, exactlyOne, fail, formatErrorWith, notFound } from '../index.ts';

/** Formats what a resolver threw. */
function shown(cause: Error, more: object = {}) {
  const logged: { fields: Record<string, unknown>; message: string }[] = [];
  const format = formatErrorWith({ error: (fields, message) => logged.push({ fields: { ...fields }, message }) });
  const error = cause instanceof GraphQLError ? cause : new GraphQLError(cause.message, { originalError: cause });
  const { message, extensions } = error;
  return { told: format({ message, path: ['field'], extensions, ...more }, error), logged };
}

describe('an expected failure', () => {
  test('reaches the caller with its code and its fields', () => {
    const { told, logged } = shown(
      badInputs([
        { field: 'a', message: 'is odd' },
        { field: 'rows.3.b', message: 'is gone' },
      ]),
    );
    expect(told).toEqual({
      message: 'a is odd; rows.3.b is gone',
      path: ['field'],
      extensions: {
        code: 'BAD_USER_INPUT',
        fields: [
          { field: 'a', message: 'is odd' },
          { field: 'rows.3.b', message: 'is gone' },
        ],
      },
    });
    expect(logged).toEqual([]);
  });

  test.each([
    [notFound('customer'), 'NOT_FOUND', 'There is no such customer.'],
    [conflict('Read again.'), 'CONFLICT', 'Read again.'],
    [fail('TOO_MANY', 'Too many.'), 'TOO_MANY', 'Too many.'],
  ])('%p keeps its code', (error, code, message) => {
    expect(shown(error).told).toEqual({ message, path: ['field'], extensions: { code } });
  });
});

describe('a bug', () => {
  test('becomes INTERNAL with an id that the log carries, and nothing else', () => {
    const cause = new Error('E11000 duplicate key at mongodb://root:secret@db/customers');
    const { told, logged } = shown(cause);
    const { id } = told.extensions as { id: string };
    expect(told).toEqual({
      message: 'Something went wrong on our side.',
      path: ['field'],
      extensions: { code: 'INTERNAL', id },
    });
    expect(logged).toMatchObject([{ fields: { id, err: cause } }]);
    expect(JSON.stringify(told)).not.toMatch(/E11000|secret|stack/);
  });

  test('with a code that nobody knows is one too', () => {
    const { told } = shown(new GraphQLError('odd', { extensions: { code: 'WHATEVER', stacktrace: ['at /srv'] } }));
    expect(told.extensions).toEqual({ code: 'INTERNAL', id: expect.any(String) });
  });

  test('of a database that does not answer is UNAVAILABLE', () => {
    const { told } = shown(Object.assign(new Error('connect ECONNREFUSED'), { name: 'MongoServerSelectionError' }));
    expect(told.extensions).toMatchObject({ code: 'UNAVAILABLE' });
    expect(told.message).not.toContain('ECONNREFUSED');
  });
});

test.each([
  [
    'Variable "$input" got invalid value "x" at "input.from"; Not a day.',
    [{ field: 'input.from', message: 'Not a day.' }],
  ],
  [
    'Variable "$input" got invalid value {} at "input.rows[0]"; Field "code" of required type "String!" was not provided.',
    [{ field: 'input.rows[0].code', message: 'is required' }],
  ],
  ['Variable "$day" of required type "Date!" was not provided.', [{ field: 'day', message: 'is required' }]],
])('a refused variable names its field: %s', (message, fields) => {
  const { told } = shown(new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }));
  expect(told.extensions).toEqual({ code: 'BAD_USER_INPUT', fields });
});

test('of id and code exactly one is taken', () => {
  expect(exactlyOne({ id: 'a' })).toEqual({ id: 'a' });
  expect(exactlyOne({ code: 'b', id: null })).toEqual({ code: 'b' });
  for (const args of [{}, { id: null, code: null }, { id: 'a', code: 'b' }]) {
    expect(() => exactlyOne(args)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  }
});

test('the page of errors explains every code', () => {
  for (const code of Object.keys(ERROR_CODES)) expect(errorsPage()).toContain(`| \`${code}\` |`);
});
