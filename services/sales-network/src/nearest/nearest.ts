/** Finds the nearest outlets exactly, in at most four reads whatever the number of outlets and wherever they are. */
import type { Point } from '../outlets/outlets.ts';
import { type CellCount, cellsWithNearest, diskAround, type Level } from './cells.ts';
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
  /** How many there are in each cell of a level that holds any, of some cells or of the whole globe. */
  countByCell(level: Level, cells?: string[]): Promise<CellCount[]>;
}

export interface Found<T> {
  distanceMetres: number;
  found: T;
}

const nearestFirst = <T extends Placed>(a: Found<T>, b: Found<T>) =>
  a.distanceMetres - b.distanceMetres || (a.found.code < b.found.code ? -1 : 1);

/**
 * The `wanted` nearest at most `withinMetres` away, nearest first and by code at equal distance. First a disk of fine cells
 * is read: it is enough when what is wanted lies nearer than anything outside can. Else the cells of a middle disk, and
 * where the globe is empty around the place all coarse cells, are counted, and those read that can hold the nearest.
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
  const read = async (level: Level, cells: string[]) =>
    pick(cells.length > 0 ? await source.inCells(level, cells) : []);

  const fine = diskAround(from, 'fine');
  const found = await read('fine', fine.cells);
  const farthest = found.length === wanted ? found.at(-1)!.distanceMetres : withinMetres;
  if (farthest < fine.safeMetres) return found;

  const disk = diskAround(from, 'middle');
  const middle = cellsWithNearest(await source.countByCell('middle', disk.cells), from, wanted);
  if (Math.min(middle.withinMetres, withinMetres) < disk.safeMetres) return read('middle', middle.cells);

  const coarse = cellsWithNearest(await source.countByCell('coarse'), from, wanted);
  return read('coarse', coarse.cells);
}
