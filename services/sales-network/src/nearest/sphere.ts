/** Distances on the globe. */
import type { Point } from '../outlets/outlets.ts';

/** The mean radius of the earth in metres (IUGG). */
export const EARTH_RADIUS_METRES = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in metres on the sphere of the earth's mean radius, by the haversine formula in the form that
 * keeps its precision at all distances (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984).
 */
export function distanceMetres(a: Point, b: Point): number {
  const latitudes = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const longitudes = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const half = latitudes + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitudes;
  return 2 * EARTH_RADIUS_METRES * Math.atan2(Math.sqrt(half), Math.sqrt(Math.max(0, 1 - half)));
}
