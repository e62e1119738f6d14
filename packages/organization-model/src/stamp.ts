/**
 * Under which stamp units may be kept in memory. In a service that has a copy the consumer renews it after it has written
 * units; in organization itself the writer does, who also says while units are being written.
 */

/** The id of the stamp that changes with every change of units, in the collection `STAMPS`. */
export const UNITS_STAMP = 'units';
export const STAMPS = 'org_stamps';

export interface Stamp {
  stamp?: string;
  /** Units are being written, or their writer died: what is read now must not be kept. */
  writing?: boolean;
}

/** The stamp under which what is read from now on may be kept; null when it must not be. */
export const keptUnder = (found: Stamp | null): string | null =>
  found?.stamp === undefined || found.writing ? null : found.stamp;
