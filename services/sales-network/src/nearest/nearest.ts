/** Finds the nearest outlets exactly, in at most four reads whatever the number of outlets and wherever they are. */
import type { Point } from '../outlets/outlets.ts';
import { cellsWithNearest, diskAround, type Level } from './cells.ts';
import { distanceMetres } from './sphere.ts';

/** What is searched: something with a code and a place. */
export interface Placed {
  code: string;
  point: Point;
}

/** Where it is searched; all reads are under the same conditions. */
export interface PlacedSource<T extends Placed> {
  /** Everything in some cells of a level. */
  inCells(level: Level, cells: string[]): Promise<T[]>;
  /** How many there are in each coarse cell that holds any. */
  countByCoarseCell(): Promise<{ cell: string; count: number }[]>;
}

export interface Found<T> {
  distanceMetres: number;
  found: T;
}

const nearestFirst = <T extends Placed>(a: Found<T>, b: Found<T>) =>
  a.distanceMetres - b.distanceMetres || (a.found.code < b.found.code ? -1 : 1);

/**
 * The `wanted` nearest at most `withinMetres` away, nearest first and by code at equal distance. First a disk of fine cells
 * is read, then one of middle cells; each is enough when what is wanted lies nearer than anything outside can. Where the
 * globe is empty around the place, the coarse cells are counted and those read that can hold the nearest.
 */
export async function nearest<T extends Placed>(
  source: PlacedSource<T>,
  from: Point,
  wanted: number,
  withinMetres = Number.POSITIVE_INFINITY,
): Promise<Found<T>[]> {
  const pick = (candidates: T[]): Found<T>[] =>
    candidates
      .map((found) => ({ distanceMetres: distanceMetres(from, found.point), found }))
      .filter((one) => one.distanceMetres <= withinMetres)
      .sort(nearestFirst)
      .slice(0, wanted);

  for (const level of ['fine', 'middle'] as const) {
    const { cells, safeMetres } = diskAround(from, level);
    const found = pick(await source.inCells(level, cells));
    const farthest = found.length === wanted ? found.at(-1)!.distanceMetres : withinMetres;
    if (farthest < safeMetres) return found;
  }
  const cells = cellsWithNearest(await source.countByCoarseCell(), from, wanted);
  return cells.length === 0 ? [] : pick(await source.inCells('coarse', cells));
}
