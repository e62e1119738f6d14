/** Where the time comes from. Rules are handed one, so a test can say what time it is. */
export interface Clock {
  now(): Date;
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is told otherwise. */
export interface FakeClock extends Clock {
  /** @param instant a date or an ISO 8601 text such as `2026-03-16T04:00:00Z` */
  set(instant: string | Date): void;
  /** Goes on by some milliseconds. */
  advance(milliseconds: number): void;
}

/** @throws RangeError when the text is no instant */
export function fakeClock(instant: string | Date): FakeClock {
  let now = read(instant);
  return {
    now: () => new Date(now),
    set(to) {
      now = read(to);
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

function read(instant: string | Date): number {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${JSON.stringify(instant)}`);
  return time;
}
