/** The rules of outlets: pure functions over plain data. */
import { badValue, type Fault, textFaults } from '../faults.ts';
import type { StatusRecord } from './life-cycle.ts';

/** In alphabetical order, the order in which an outlet's kinds are kept. */
export const OUTLET_KINDS = ['AFTER_SALES', 'PARTS_DEPOT', 'SALES'] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

/** A place on the globe in degrees, WGS84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** What is recorded of an outlet apart from its identity and its life. */
export interface OutletDetails {
  name: string;
  kinds: OutletKind[];
  unitId: string;
  address: string | null;
  point: Point | null;
  /** Cars a day. */
  capacity: number | null;
}

export interface Outlet extends OutletDetails {
  id: string;
  code: string;
  records: StatusRecord[];
}

/** An outlet as read: with the version that a change must name. */
export type StoredOutlet = Outlet & { version: number };

const MAX_CODE = 100;
const MAX_TEXT = 200;
const MAX_CAPACITY = 1_000_000;

/** Kinds without repetition, in alphabetical order. */
export const kindsInOrder = (kinds: readonly OutletKind[]): OutletKind[] =>
  OUTLET_KINDS.filter((kind) => kinds.includes(kind));

/** What is wrong with a place: NaN and infinities are too. */
export function pointFaults({ latitude, longitude }: Point): Fault[] {
  const faults: Fault[] = [];
  if (!(Math.abs(latitude) <= 90)) faults.push(badValue('latitude', 'must be from -90 to 90 degrees'));
  if (!(Math.abs(longitude) <= 180)) faults.push(badValue('longitude', 'must be from -180 to 180 degrees'));
  return faults;
}

/** A place from two numbers that are given together or not at all. */
export function pointFrom(latitude: number | null, longitude: number | null): Point | null | Fault {
  if (latitude === null && longitude === null) return null;
  if (latitude === null) return badValue('latitude', 'is required together with the longitude');
  if (longitude === null) return badValue('longitude', 'is required together with the latitude');
  return { latitude, longitude };
}

/** What is wrong with an outlet, its unit and its life apart. */
export function outletFaults({ code, name, kinds, address, point, capacity }: Outlet): Fault[] {
  const faults = [...textFaults('code', code, MAX_CODE), ...textFaults('name', name, MAX_TEXT)];
  if (kinds.length === 0) faults.push(badValue('kinds', 'must not be empty'));
  if (address !== null) faults.push(...textFaults('address', address, MAX_TEXT));
  if (point !== null) faults.push(...pointFaults(point));
  if (capacity !== null && !(capacity >= 0 && capacity <= MAX_CAPACITY)) {
    faults.push(badValue('capacity', `must be from 0 to ${MAX_CAPACITY}`));
  }
  return faults;
}

/** Whether two states of an outlet say the same. */
export function sameOutlet(a: Outlet, b: Outlet): boolean {
  const said = ({ code, name, kinds, unitId, address, point, capacity, records }: Outlet) =>
    JSON.stringify([
      [code, name, kinds, unitId, address, capacity, point?.latitude, point?.longitude],
      records.map(({ status, from, to }) => [status, from, to]),
    ]);
  return said(a) === said(b);
}
