/** Data of an answer that is JSON already, on its way through Apollo Server. */
import type { FormattedExecutionResult } from 'graphql';

const TEXT = Symbol('JSON text');

/** Stands for an answer's data; whoever looks into it (a plugin, say) reads it with `JSON.parse(JSON.stringify(...))`. */
export class JsonText {
  readonly [TEXT]: string;

  constructor(text: string) {
    this[TEXT] = text;
  }

  toJSON(): unknown {
    return JSON.parse(this[TEXT]);
  }
}

/** The body of an answer. */
export function stringifyAnswer({ data, errors, extensions }: FormattedExecutionResult): string {
  const parts: string[] = [];
  if (errors) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) parts.push(`"data":${data instanceof JsonText ? data[TEXT] : JSON.stringify(data)}`);
  if (extensions && Object.keys(extensions).length > 0) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}\n`;
}
