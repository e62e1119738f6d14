import { type CompareText, compare } from '../bson/compare.ts';
import { isNumeric, toNumber } from '../bson/numbers.ts';
import { type Doc, UNDEFINED, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Scope } from '../expressions/scope.ts';
import { anyAt } from '../matcher/paths.ts';
import { splitFieldPath } from '../projection/paths.ts';

export interface SortField {
  path: string;
  direction: 1 | -1;
}

/** A compiled sort. */
export interface Sort {
  fields: SortField[];
  /** Strings are ordered by a collation, not as the indexes have them. */
  collated: boolean;
  /** Negative when `a` comes first. To sort many documents, take each one's key once and compare the keys. */
  compare(a: Doc, b: Doc): number;
  /** What a document is sorted by: one value a field. */
  key(document: Doc): Value[];
  compareKeys(a: Value[], b: Value[]): number;
}

/** Compiles a sort specification: `{path: 1 | -1}` in order. Codes 15975, 15974 and 15976 for anything else. */
export function compileSort(spec: Doc, scope?: Scope): Sort {
  const compareText = scope?.collation?.compare;
  const fields = [...spec].map(([path, value]): SortField => ({ path, direction: directionOf(path, value) }));
  if (fields.length > 32) fail(13103, 'too many keys in the sort pattern');
  const readers = fields.map(({ path, direction }) => keyReader(path, direction, compareText));
  const compareKeys = (a: Value[], b: Value[]) => {
    for (let i = 0; i < fields.length; i++) {
      const c = compare(a[i], b[i], compareText);
      if (c !== 0) return fields[i].direction * c;
    }
    return 0;
  };
  const key = (document: Doc) => readers.map((read) => read(document));
  return {
    fields,
    collated: compareText !== undefined,
    key,
    compareKeys,
    compare: (a, b) => {
      for (let i = 0; i < readers.length; i++) {
        const c = compare(readers[i](a), readers[i](b), compareText);
        if (c !== 0) return fields[i].direction * c;
      }
      return 0;
    },
  };
}

function directionOf(path: string, value: Value): 1 | -1 {
  if (value instanceof Map) {
    if (!value.has('$meta')) fail(15975, `$sort key ordering must be specified using a number or {$meta: <metadata>}`);
    fail(40218, `query requires ${String(value.get('$meta'))} metadata, but it is not available`);
  }
  if (!isNumeric(value)) fail(15974, `Illegal key in $sort specification: ${path}`);
  const n = toNumber(value);
  if (n !== 1 && n !== -1) fail(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  if (path !== '$natural') splitFieldPath(path);
  return n;
}

/** The value a document is sorted by: of an array its lowest element when ascending, its highest when descending. */
function keyReader(path: string, direction: 1 | -1, compareText?: CompareText): (document: Doc) => Value {
  const parts = path.split('.');
  const extreme = (document: Doc): Value => {
    let best: Value;
    anyAt(document, parts, 0, false, (found) => {
      // An empty array sorts before null.
      const values = Array.isArray(found)
        ? found.length === 0
          ? [UNDEFINED]
          : found
        : [found === undefined ? null : found];
      for (const value of values)
        if (best === undefined || direction * compare(value, best, compareText) < 0) best = value;
      return false;
    });
    return best === undefined ? null : best;
  };
  if (parts.length > 1) return extreme;
  return (document) => {
    const value = document.get(path);
    if (value === undefined) return null;
    return Array.isArray(value) ? extreme(document) : value;
  };
}
