/** One question in several shapes: whatever way it is put, the answer is the same. */

/** A question: a root field with what is selected of it. */
export interface Question {
  /** With its arguments, such as `opportunity(id: "opp-1")`. */
  field: string;
  /** The type of the field, for fragments on it. */
  type: string;
  /** Without braces. */
  selection: string;
  /** What stands before the braces, such as `query($of: [_Any!]!)`. */
  head?: string;
}

export const SHAPES = ['plain', 'alias', 'named fragment', 'inline fragment'] as const;
export type Shape = (typeof SHAPES)[number];

export const nameOf = ({ field }: Question): string => /^\w+/.exec(field)![0];

/** The document of a question in a shape. */
export function documentOf(question: Question, shape: Shape): string {
  const { field, type, selection, head = 'query' } = question;
  switch (shape) {
    case 'plain':
      return `${head} { ${field} { ${selection} } }`;
    case 'alias':
      return `${head} { one: ${field} { ${selection} } two: ${field} { ${selection} } }`;
    case 'named fragment':
      return `${head} { ...Root } fragment Root on Query { ${field} { ...Part } } fragment Part on ${type} { ${selection} }`;
    case 'inline fragment':
      return `${head} { ... on Query { ... @include(if: true) { ${field} { ... on ${type} { ${selection} } } } } }`;
  }
}

/** What was answered under each name that the shape gives the field. */
export function valuesOf(
  question: Question,
  shape: Shape,
  data: Record<string, unknown> | null | undefined,
): unknown[] {
  const names = shape === 'alias' ? ['one', 'two'] : [nameOf(question)];
  return names.map((name) => data?.[name] ?? null);
}
