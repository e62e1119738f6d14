/** The difference between two states of a thing, field by field. Pure functions over plain data. */

/** A field that differs; values are texts, null where there is none. */
export interface Difference {
  /** Names and places in lists, joined by dots: `records.2.name`. */
  path: string;
  before: string | null;
  after: string | null;
}

/** What entries of a list are known by from one state to the next, the first that tells all of them apart. */
const KEYS = ['id', 'key', 'criterion', 'employeeId', 'fromId', 'code', 'from'] as const;

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}

/** The key by which the entries of two lists can be told apart; null when only their places can. */
function keyOf(...lists: readonly (readonly unknown[])[]): string | null {
  const found = KEYS.find((key) =>
    lists.every((list) => {
      const values = list.map((entry) => (isPlain(entry) ? entry[key] : undefined));
      return values.every((value) => typeof value === 'string') && new Set(values).size === values.length;
    }),
  );
  return found ?? null;
}

/** Entries of two lists that are the same one before and after, with the place to name it by; those taken away come last. */
function paired(before: readonly unknown[], after: readonly unknown[]): { place: number; was: unknown; is: unknown }[] {
  const key = keyOf(before, after);
  if (key === null) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, place) => ({ place, was: before[place], is: after[place] }));
  }
  const known = (entry: unknown) => (entry as Plain)[key];
  const earlier = new Map(before.map((entry) => [known(entry), entry]));
  const present = new Set(after.map(known));
  return [
    ...after.map((is, place) => ({ place, was: earlier.get(known(is)), is })),
    ...before.flatMap((was, place) => (present.has(known(was)) ? [] : [{ place, was, is: undefined }])),
  ];
}

/**
 * What differs between two states, in the order of the later one. Entries of lists that carry an id (or the like) are compared
 * with themselves wherever they stand; the order of a list alone is no difference.
 */
export function differencesOf(before: unknown, after: unknown, path = ''): Difference[] {
  const below = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(before) || Array.isArray(after)) {
    const [was, is] = [before, after].map((value) => (Array.isArray(value) ? value : [])) as [unknown[], unknown[]];
    return paired(was, is).flatMap((one) => differencesOf(one.was, one.is, below(one.place)));
  }
  if (isPlain(before) || isPlain(after)) {
    const [was, is] = [before, after].map((value) => (isPlain(value) ? value : {})) as [Plain, Plain];
    const names = new Set([...Object.keys(is), ...Object.keys(was)]);
    return [...names].flatMap((name) => differencesOf(was[name], is[name], below(name)));
  }
  const [was, is] = [textOf(before), textOf(after)];
  return was === is ? [] : [{ path, before: was, after: is }];
}
