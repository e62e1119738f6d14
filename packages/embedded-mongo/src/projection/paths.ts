import { fail } from '../errors.ts';

/** The components of a field path. Codes 40352, 40353, 15998 and 16410 for paths that name no field. */
export function splitFieldPath(path: string): string[] {
  if (path === '') fail(40352, 'FieldPath cannot be constructed with empty string');
  const parts = path.split('.');
  if (path.endsWith('.')) fail(40353, `FieldPath must not end with a '.': '${path}'`);
  for (const part of parts) {
    if (part === '') fail(15998, `FieldPath field names may not be empty strings: '${path}'`);
    if (part.startsWith('$'))
      fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField: '${path}'`);
  }
  return parts;
}

/** Puts a value at a path below a map, making the maps on the way where there are none. */
export function putAt(root: Map<string, unknown>, parts: string[], value: unknown): void {
  let at = root;
  for (const part of parts.slice(0, -1)) {
    let next = at.get(part);
    if (!(next instanceof Map)) {
      next = new Map();
      at.set(part, next);
    }
    at = next as Map<string, unknown>;
  }
  at.set(parts[parts.length - 1], value);
}
