import { Binary, type Value } from './values.ts';

/** About how many bytes a value takes as BSON; quick, for bounds of memory. */
export function sizeOf(v: Value): number {
  if (typeof v === 'string') return 5 + v.length;
  if (typeof v !== 'object' || v === null) return 8;
  if (v instanceof Map) {
    let size = 5;
    for (const [key, value] of v) size += 2 + key.length + sizeOf(value);
    return size;
  }
  if (Array.isArray(v)) {
    let size = 5;
    for (const value of v) size += 4 + sizeOf(value);
    return size;
  }
  return v instanceof Binary ? 5 + v.bytes.length : 12;
}
