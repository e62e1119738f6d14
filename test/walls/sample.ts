/** `npm test` tries a seeded part of all cases, `npm run test:full` all of them. */
import { SEED } from '../faults/seeded.ts';

/** A tenth is tried as a twentieth: each case is asked in several shapes, and thousands are left. */
const SIZE = Number(process.env.TEST_FACTOR ?? 0.1);
const FACTOR = SIZE >= 1 ? 1 : SIZE / 2;

/** Whether a case is among those of this run: by its name and the seed, the same in every run with that seed. */
export function isTried(name: string): boolean {
  if (FACTOR >= 1) return true;
  let hash = SEED >>> 0;
  for (const char of name) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 2 ** 32 < FACTOR;
}

/** How many cases of each kind were tried, to be told at the end. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  tell(): void {
    const rows = [...this.#counts].sort().map(([kind, count]) => `  ${String(count).padStart(6)} ${kind}`);
    process.stderr.write(`tried at the walls:\n${rows.join('\n')}\n`);
  }
}

const AT_ONCE = 8;

/** Does something for each of some cases, a few at a time. @returns what came of each, in order */
export async function forEach<Case, Result>(
  cases: readonly Case[],
  run: (one: Case) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    while (next < cases.length) {
      const place = next++;
      results[place] = await run(cases[place]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}
