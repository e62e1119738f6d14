import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Point } from '../outlets/outlets.ts';
import { boundsOf, cellsOf, type RESOLUTIONS } from './cells.ts';
import { nearest, type Placed } from './nearest.ts';
import { distanceMetres, EARTH_RADIUS_METRES } from './sphere.ts';

const factor = Number(process.env.TEST_FACTOR ?? '0.1');
const runs = Math.max(20, Math.round(500 * factor));

const anywhere = fc.record({
  latitude: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 90, 0, 89.999_9, -89.999_9)),
  longitude: fc.oneof(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.constantFrom(-180, 180, 0, 179.999_9, -179.999_9),
  ),
});
/** Places within some kilometres of another, so that rings are full. */
const cluster = anywhere.chain((centre) =>
  fc
    .array(
      fc.record({
        north: fc.double({ min: -1, max: 1, noNaN: true }),
        east: fc.double({ min: -1, max: 1, noNaN: true }),
        near: fc.constantFrom(0.01, 0.3, 5),
      }),
      { maxLength: 30 },
    )
    .map((some) =>
      some.map(({ north, east, near }) => ({
        latitude: Math.min(90, Math.max(-90, centre.latitude + north * near)),
        longitude: ((centre.longitude + east * near + 540) % 360) - 180,
      })),
    ),
);
const places = fc
  .tuple(fc.array(anywhere, { maxLength: 15 }), fc.array(cluster, { maxLength: 3 }), fc.nat(3))
  .map(([sparse, clusters, copies]) => {
    const points = [...sparse, ...clusters.flat()];
    return [...points, ...points.slice(0, copies)].map(
      (point, n): Placed => ({ code: `O${(n * 7919) % 1000}-${n}`, point }),
    );
  });

function sourceOf(all: Placed[]) {
  let reads = 0;
  const cells = all.map((one) => ({ one, cells: cellsOf(one.point) }));
  return {
    reads: () => reads,
    source: {
      inCells: async (level: keyof typeof RESOLUTIONS, some: string[]) => {
        reads++;
        const wanted = new Set(some);
        return cells.filter((entry) => wanted.has(entry.cells[level])).map(({ one }) => one);
      },
      countByCell: async (level: keyof typeof RESOLUTIONS, some?: string[]) => {
        reads++;
        const wanted = some && new Set(some);
        const within = cells.filter((entry) => !wanted || wanted.has(entry.cells[level]));
        const groups = Map.groupBy(within, (entry) => entry.cells[level]);
        return [...groups].map(([cell, those]) => ({ cell, count: those.length }));
      },
    },
  };
}

const bruteForce = (all: Placed[], from: Point, wanted: number, within: number) =>
  all
    .map((found) => ({ distanceMetres: distanceMetres(from, found.point), found }))
    .filter((one) => one.distanceMetres <= within)
    .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.found.code < b.found.code ? -1 : 1))
    .slice(0, wanted);

describe('the nearest', () => {
  test('are those that measuring them all gives, in the same order, in at most four reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        places,
        anywhere,
        fc.nat(200),
        fc.constantFrom(1, 2, 5, 50, 200),
        fc.constantFrom(Number.POSITIVE_INFINITY, 1, 5_000, 60_000, 2_000_000, 30_000_000),
        async (all, elsewhere, pickedAt, wanted, within) => {
          const from = pickedAt % 2 === 0 || all.length === 0 ? elsewhere : all[pickedAt % all.length]!.point;
          const { source, reads } = sourceOf(all);
          expect(await nearest(source, from, wanted, within)).toEqual(bruteForce(all, from, wanted, within));
          expect(reads()).toBeLessThanOrEqual(4);
        },
      ),
      { numRuns: runs },
    );
  });

  test.each<[string, Point, Point]>([
    ['over the antimeridian', { latitude: 0, longitude: 179.99 }, { latitude: 0, longitude: -179.99 }],
    ['over the north pole', { latitude: 89.99, longitude: 0 }, { latitude: 89.99, longitude: 180 }],
    ['over the south pole', { latitude: -89.99, longitude: -90 }, { latitude: -89.99, longitude: 90 }],
  ])('are found %s, in one read', async (_, from, there) => {
    const { source, reads } = sourceOf([
      { code: 'near', point: there },
      { code: 'far', point: { latitude: 30, longitude: 120 } },
    ]);
    expect((await nearest(source, from, 1)).map(({ found }) => found.code)).toEqual(['near']);
    expect(reads()).toBe(1);
  });

  test('are few where there are few', async () => {
    const { source } = sourceOf([{ code: 'only', point: { latitude: 30, longitude: 120 } }]);
    expect(await nearest(source, { latitude: -30, longitude: -60 }, 10)).toHaveLength(1);
    expect(await nearest(sourceOf([]).source, { latitude: 0, longitude: 0 }, 10)).toEqual([]);
  });
});

describe('distances', () => {
  test('are a quarter of the way round between pole and equator', () => {
    const quarter = (Math.PI / 2) * EARTH_RADIUS_METRES;
    expect(distanceMetres({ latitude: 90, longitude: 17 }, { latitude: 0, longitude: -120 })).toBeCloseTo(quarter, 6);
    expect(distanceMetres({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(2 * quarter, 6);
  });

  test('agree with the angle between vectors', () => {
    const vector = ({ latitude, longitude }: Point) => {
      const [lat, lng] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
      return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)] as const;
    };
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const [u, v] = [vector(a), vector(b)];
        const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
        const angle = Math.atan2(Math.hypot(...cross), u[0] * v[0] + u[1] * v[1] + u[2] * v[2]);
        expect(Math.abs(distanceMetres(a, b) - angle * EARTH_RADIUS_METRES)).toBeLessThan(0.5);
      }),
    );
  });

  test('of what is in a cell lie within its bounds', () => {
    fc.assert(
      fc.property(anywhere, anywhere, fc.constantFrom('fine', 'middle', 'coarse' as const), (from, point, level) => {
        const { least, most } = boundsOf(cellsOf(point)[level as 'fine'], from);
        const away = distanceMetres(from, point);
        expect(away).toBeGreaterThanOrEqual(least);
        expect(away).toBeLessThanOrEqual(most);
      }),
      { numRuns: runs * 4 },
    );
  });
});
