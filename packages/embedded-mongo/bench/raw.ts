import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serialize } from 'bson';
import { sampleDocument } from './sample.ts';

/** What SQLite alone does with the same bytes, in operations a second. */
export interface RawRates {
  /** A document row with its rows in two indexes (`_id` and one more), in transactions of 1,000. */
  inserts: number;
  gets: number;
  /** One row, one durable commit. */
  commits: number;
}

/** How many documents both the storage alone and the server insert. */
export const ROWS = 200_000;
const GETS = 50_000;

/** Measures the storage without the server: the yardstick for what the server adds. */
export async function rawRates(dir: string): Promise<RawRates> {
  const file = join(dir, 'raw.sqlite');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536');
  db.exec('CREATE TABLE c (rid INTEGER PRIMARY KEY, doc BLOB NOT NULL)');
  for (const name of ['id', 'i']) {
    db.exec(`CREATE TABLE ${name} (k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (k, rid)) WITHOUT ROWID`);
  }
  const documents = Array.from({ length: ROWS }, (_, n) => serialize(sampleDocument(n)));
  const ids = documents.map((_, n) => Buffer.from(String(n).padStart(13, '0')));
  const keys = documents.map((_, n) => Buffer.from(String((n * 7919) % ROWS).padStart(12, '0')));
  const insert = db.prepare('INSERT INTO c VALUES (?, ?)');
  const idIndex = db.prepare('INSERT INTO id VALUES (?, ?)');
  const index = db.prepare('INSERT INTO i VALUES (?, ?)');
  const get = db.prepare('SELECT c.doc FROM i CROSS JOIN c ON c.rid = i.rid WHERE i.k = ?');

  const inserting = performance.now();
  for (let from = 0; from < ROWS; from += 1000) {
    db.exec('BEGIN');
    for (let n = from; n < from + 1000; n++) {
      insert.run(n + 1, documents[n]);
      idIndex.run(ids[n], n + 1);
      index.run(keys[n], n + 1);
    }
    db.exec('COMMIT');
  }
  const inserts = ROWS / seconds(inserting);

  const getting = performance.now();
  for (let n = 0; n < GETS; n++) get.get(keys[(n * 31) % ROWS]);
  const gets = GETS / seconds(getting);

  const committing = performance.now();
  let done = 0;
  while (performance.now() - committing < 1000) {
    db.exec('BEGIN');
    insert.run(ROWS + ++done, documents[done % ROWS]);
    db.exec('COMMIT');
  }
  const commits = done / seconds(committing);
  db.close();
  for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true });
  return { inserts, gets, commits };
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
