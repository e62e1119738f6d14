import type { Entry, SourceFile } from './mapping.ts';

interface Kept {
  byCode: Map<string, Entry<unknown>>;
  rejected: Map<string, number>;
}

/** What is known of the kept files while rows are checked and made: their accepted rows, by code. */
export class Known {
  readonly #files = new Map<string, Kept>();
  readonly #derived = new Map<unknown, unknown>();

  keep(source: SourceFile, code: string, entry: Entry<unknown>): void {
    this.#of(source).byCode.set(code, entry);
  }

  /** Takes a row out again that did not pass its check. */
  drop(source: SourceFile, code: string): void {
    const { byCode, rejected } = this.#of(source);
    rejected.set(code, byCode.get(code)?.line ?? 0);
    byCode.delete(code);
    this.#derived.clear();
  }

  /** The accepted rows in the order of the file. */
  all<V>(source: SourceFile<V>): Entry<V>[] {
    return [...this.#of(source).byCode.values()] as Entry<V>[];
  }

  find<V>(source: SourceFile<V>, code: string): Entry<V> | undefined {
    return this.#of(source).byCode.get(code) as Entry<V> | undefined;
  }

  /** The row with this code; else the only one whose code is the same after `loosen`, say without blanks and case. */
  findLoosely<V>(source: SourceFile<V>, code: string, loosen: (code: string) => string): Entry<V> | undefined {
    const exact = this.find(source, code);
    if (exact) return exact;
    const loose = this.derive(loosen, () => Map.groupBy(this.#of(source).byCode, ([known]) => loosen(known)));
    const candidates = loose.get(loosen(code)) ?? [];
    return candidates.length === 1 ? (candidates[0]![1] as Entry<V>) : undefined;
  }

  /** Why a code is not known, in words for a rejected row. */
  whyUnknown<V>({ name }: Pick<SourceFile<V>, 'name'>, code: string): string {
    const line = this.#files.get(name)?.rejected.get(code);
    return line === undefined
      ? `${JSON.stringify(code)} is not in ${name}`
      : `${JSON.stringify(code)} was rejected itself (${name}, line ${line})`;
  }

  /** Something computed from what is known, once. @param key whatever stands for it, usually the function itself */
  derive<T>(key: unknown, compute: (known: Known) => T): T {
    if (!this.#derived.has(key)) this.#derived.set(key, compute(this));
    return this.#derived.get(key) as T;
  }

  #of({ name }: Pick<SourceFile, 'name'>): Kept {
    let kept = this.#files.get(name);
    if (!kept) {
      kept = { byCode: new Map(), rejected: new Map() };
      this.#files.set(name, kept);
    }
    return kept;
  }
}
