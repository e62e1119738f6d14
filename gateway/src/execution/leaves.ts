/** Writes leaf values as JSON where they are as their type says; everything else is for Apollo's shaping to judge. */
import { type GraphQLLeafType, isEnumType } from 'graphql';
import { Unsupported } from './run.ts';

/** @param plain whether the value may go out without looking for characters to escape */
export type WriteLeaf = (value: unknown, plain: boolean) => string;

const misfit = () => new Unsupported('a value that is not of its type');

const writeText: WriteLeaf = (value, plain) => {
  if (typeof value !== 'string') throw misfit();
  return plain ? `"${value}"` : JSON.stringify(value);
};

const INTEGER = /^-?\d+$/;

const writeInteger: WriteLeaf = (value) => {
  if (typeof value !== 'number' || !(Number.isSafeInteger(value) || INTEGER.test(String(value)))) throw misfit();
  return String(value);
};

const WRITERS: Readonly<Record<string, WriteLeaf>> = {
  String: writeText,
  ID: (value, plain) => (typeof value === 'number' ? writeInteger(value, plain) : writeText(value, plain)),
  Int: writeInteger,
  Float: (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw misfit();
    return JSON.stringify(value);
  },
  Boolean: (value) => {
    if (typeof value !== 'boolean') throw misfit();
    return value ? 'true' : 'false';
  },
};

/** There is no imposition on what the value of a custom scalar can be. */
const writeAnything: WriteLeaf = (value, plain) =>
  typeof value === 'string' && plain ? `"${value}"` : JSON.stringify(value);

/** The writer of a type's values; null is not among them. The writer throws Unsupported for a value that is not of the type. */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) {
    const values = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value) => {
      const text = values.get(value as string);
      if (text === undefined) throw misfit();
      return text;
    };
  }
  return WRITERS[type.name] ?? writeAnything;
}
