/**
 * The globe in H3 cells (https://h3geo.org), so that an ordinary index finds what is near. Bounds, not cells, decide: a
 * cell tells from where to where the distance to anything in it can be, and the exact distance is measured afterwards.
 */
import { cellToBoundary, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import type { Point } from '../outlets/outlets.ts';
import { distanceMetres } from './sphere.ts';

/** The resolutions at which an outlet's cell is kept: edges of about 3.7 km, 69 km and 183 km. */
export const RESOLUTIONS = { fine: 6, middle: 3, coarse: 2 } as const;
export type Level = keyof typeof RESOLUTIONS;
export type Cells = Record<Level, string>;

/** How many rings around the place are searched at a level: 217 cells each, at least some 35 and 600 km around. */
const RINGS = { fine: 8, middle: 8 } as const;

/** Room for the rounding of coordinates on a cell's edge. */
const MARGIN_METRES = 1;

const cellAt = ({ latitude, longitude }: Point, level: Level) => latLngToCell(latitude, longitude, RESOLUTIONS[level]);

/** The cells that hold a place. */
export const cellsOf = (point: Point): Cells => ({
  fine: cellAt(point, 'fine'),
  middle: cellAt(point, 'middle'),
  coarse: cellAt(point, 'coarse'),
});

/** Between which distances in metres everything in a cell lies. */
export function boundsOf(cell: string, from: Point): { least: number; most: number } {
  const [latitude, longitude] = cellToLatLng(cell);
  const centre = { latitude, longitude };
  const corners = cellToBoundary(cell).map(([lat, lng]) => distanceMetres(centre, { latitude: lat, longitude: lng }));
  const radius = Math.max(...corners) + MARGIN_METRES;
  const away = distanceMetres(from, centre);
  return { least: Math.max(0, away - radius), most: away + radius };
}

/**
 * The cells around a place, and the distance in metres below which nothing is outside of them: whoever leaves the disk
 * passes through the ring around it, and no cell of the ring is nearer than that.
 */
export function diskAround(point: Point, level: keyof typeof RINGS): { cells: string[]; safeMetres: number } {
  const rings = RINGS[level];
  const cells = gridDisk(cellAt(point, level), rings);
  const inside = new Set(cells);
  const ring = gridDisk(cellAt(point, level), rings + 1).filter((cell) => !inside.has(cell));
  return { cells, safeMetres: Math.min(...ring.map((cell) => boundsOf(cell, point).least)) };
}

/** How many places a cell holds. */
export interface CellCount {
  cell: string;
  count: number;
}

/**
 * Which cells can hold the `wanted` nearest, given how many each holds: none whose nearest point is farther than the
 * farthest point of the cells that hold enough.
 * @returns the cells, and a distance in metres within which the wanted lie (infinite when there are fewer)
 */
export function cellsWithNearest(counts: readonly CellCount[], from: Point, wanted: number) {
  const cells = counts
    .map(({ cell, count }) => ({ cell, count, ...boundsOf(cell, from) }))
    .sort((a, b) => a.most - b.most);
  let held = 0;
  const enough = cells.find(({ count }) => {
    held += count;
    return held >= wanted;
  });
  const withinMetres = enough?.most ?? Number.POSITIVE_INFINITY;
  return { cells: cells.filter(({ least }) => least <= withinMetres).map(({ cell }) => cell), withinMetres };
}
