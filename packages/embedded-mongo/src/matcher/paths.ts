import type { Value } from '../bson/values.ts';

/** Where the last successful match went through an array: what the positional `$` operator stands for. */
export const matched: { index: number | undefined } = { index: undefined };

export type Test = (v: Value) => boolean;

export function splitPath(path: string): string[] {
  return path.split('.');
}

/** True for "0", "7", "12": a path component that can be an array index. */
export function isIndex(part: string): boolean {
  const first = part.charCodeAt(0);
  if (first < 48 || first > 57 || (first === 48 && part.length > 1)) return false;
  for (let i = 1; i < part.length; i++) if (part.charCodeAt(i) < 48 || part.charCodeAt(i) > 57) return false;
  return part.length < 10;
}

/**
 * Does any value that a query path leads to pass the test? Arrays on the way are entered; at the end of the path an
 * array stands for its elements and for itself when `expand` is set, for itself only otherwise.
 * A path that leads nowhere is tested as missing.
 */
export function anyAt(v: Value, parts: string[], at: number, expand: boolean, test: Test): boolean {
  if (at === parts.length) {
    if (expand && Array.isArray(v)) {
      for (let i = 0; i < v.length; i++) {
        if (test(v[i])) {
          matched.index = i;
          return true;
        }
      }
    }
    return test(v);
  }
  if (v instanceof Map) return anyAt(v.get(parts[at]), parts, at + 1, expand, test);
  if (!Array.isArray(v)) return test(undefined);
  const part = parts[at];
  if (isIndex(part)) {
    const element = v[Number(part)];
    if (element !== undefined && anyAt(element, parts, at + 1, expand, test)) {
      matched.index = Number(part);
      return true;
    }
  }
  for (let i = 0; i < v.length; i++) {
    const element = v[i];
    if (element instanceof Map && anyAt(element.get(part), parts, at + 1, expand, test)) {
      matched.index = i;
      return true;
    }
  }
  return false;
}

/** Every value that an index or `distinct` sees at a path: arrays are entered, at the end too. */
export function valuesAt(v: Value, parts: string[], at: number, found: (value: Value) => void): void {
  if (at === parts.length) {
    if (Array.isArray(v)) for (const element of v) found(element);
    else if (v !== undefined) found(v);
    return;
  }
  if (v instanceof Map) valuesAt(v.get(parts[at]), parts, at + 1, found);
  if (!Array.isArray(v)) return;
  const part = parts[at];
  if (isIndex(part) && v[Number(part)] !== undefined) valuesAt(v[Number(part)], parts, at + 1, found);
  for (const element of v) if (element instanceof Map) valuesAt(element.get(part), parts, at + 1, found);
}
