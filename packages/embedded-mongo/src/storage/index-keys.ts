import { indexKey } from '../bson/keys.ts';
import { type Doc, UNDEFINED, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { isIndex } from '../matcher/paths.ts';

/** A field of the key on its way down the document; once `settled`, even an array is a plain value. */
interface Cursor {
  value: Value;
  parts: string[];
  at: number;
  settled?: boolean;
}

/** What a document contributes to an index. */
export interface Entries {
  keys: Uint8Array[];
  /** Some field went through an array. */
  multikey: boolean;
  /** No indexed field is present; a sparse index leaves the document out. */
  absent: boolean;
}

/** The entries of a document: arrays give one for each element; two arrays side by side are refused (code 171). */
export function entriesOf(document: Doc, paths: string[][], directions: number[]): Entries {
  const result: Entries = { keys: [], multikey: false, absent: true };
  const seen = new Set<string>();
  expand(
    paths.map((parts) => ({ value: document, parts, at: 0 })),
    result,
    (values) => {
      const key = indexKey(values, directions);
      if (result.multikey) {
        const text = Buffer.from(key.buffer, key.byteOffset, key.length).latin1Slice();
        if (seen.has(text)) return;
        seen.add(text);
      }
      result.keys.push(key);
    },
  );
  return result;
}

function expand(cursors: Cursor[], result: Entries, emit: (values: Value[]) => void): void {
  let array: Value[] | undefined;
  const walked = cursors.map(walk);
  for (const { value, settled } of walked) {
    if (settled || !Array.isArray(value)) continue;
    if (array && array !== value) fail(171, 'cannot index parallel arrays');
    array = value;
  }
  if (!array) {
    const values = walked.map((cursor) => cursor.value);
    if (values.some((value) => value !== undefined)) result.absent = false;
    emit(values);
    return;
  }
  result.multikey = true;
  const elements: Value[] = array.length > 0 ? array : [undefined];
  for (const element of elements) {
    expand(
      walked.map((cursor) => {
        const { parts, at } = cursor;
        if (cursor.settled || cursor.value !== array) return { ...cursor, settled: true };
        // An element at the end of the path is a value even if it is an array; an empty array is stored as undefined.
        if (at === parts.length)
          return { value: element === undefined ? UNDEFINED : element, parts, at, settled: true };
        return { value: element instanceof Map ? element : undefined, parts, at };
      }),
      result,
      emit,
    );
  }
}

function walk(cursor: Cursor): Cursor {
  if (cursor.settled) return cursor;
  const { parts } = cursor;
  let { value, at } = cursor;
  while (at < parts.length) {
    if (value instanceof Map) value = value.get(parts[at++]);
    else if (Array.isArray(value)) {
      if (!isIndex(parts[at]) || value[Number(parts[at])] === undefined) break;
      value = value[Number(parts[at++])];
    } else {
      value = undefined;
      at = parts.length;
    }
  }
  return { value, parts, at };
}
