import { compare } from '../bson/compare.ts';
import { Timestamp } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { Snapshot } from '../storage/snapshot.ts';
import type { Store } from '../storage/store.ts';
import { OverlayView } from './overlay.ts';

/** How long a state can be read after the first look at it, as MongoDB's `minSnapshotHistoryWindowInSeconds`. */
const LIFE_MS = 300_000;
const MOST = 16;

/** A state of the data that reads outside of transactions come back to by its time. */
export interface TimedSnapshot {
  time: Timestamp;
  snapshot: Snapshot;
  view: OverlayView;
}

interface Kept extends TimedSnapshot {
  /** The last write that it shows; it is the state of every time from then to `time`. */
  writtenAt: Timestamp;
  takenAt: number;
}

/** The states that are kept for snapshot sessions: few of them and not for long, as SQLite's log grows meanwhile. */
export class Snapshots {
  private readonly store: Store;
  /** The oldest first. */
  private kept: Kept[] = [];

  constructor(store: Store) {
    this.store = store;
  }

  /** What is committed now. */
  newest(): TimedSnapshot {
    this.store.commit();
    const { writtenAt } = this.store;
    const time = Timestamp.next();
    const last = this.kept.at(-1);
    if (last?.writtenAt === writtenAt) {
      last.time = time;
      return { ...last };
    }
    const snapshot = new Snapshot(this.store);
    const view = new OverlayView(snapshot);
    this.kept.push({ time, snapshot, view, writtenAt, takenAt: Date.now() });
    if (this.kept.length > MOST) this.drop(this.kept[0]);
    return { time, snapshot, view };
  }

  /** What was committed at a time; code 239 when that is no longer known. */
  at(time: Timestamp): TimedSnapshot {
    this.store.commit();
    if (compare(this.store.writtenAt, time) <= 0) return { ...this.newest(), time };
    const shown = this.kept.find((each) => compare(each.writtenAt, time) <= 0 && compare(time, each.time) <= 0);
    return shown ? { ...shown, time } : fail(239, 'Read timestamp is older than the oldest available timestamp.');
  }

  sweep(now = Date.now()): void {
    for (const each of [...this.kept]) if (now - each.takenAt > LIFE_MS) this.drop(each);
  }

  close(): void {
    for (const each of this.kept) this.end(each);
    this.kept = [];
  }

  private drop(each: Kept): void {
    this.kept = this.kept.filter((other) => other !== each);
    this.end(each);
  }

  private end({ snapshot }: Kept): void {
    snapshot.end(new MongoError(239, 'The snapshot that was read is no longer kept.'));
  }
}
