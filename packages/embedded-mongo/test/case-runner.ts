import type { Db, Document } from 'mongodb';
import { fromJson, type Json, sameJson, sameSet, toJson } from './values.ts';

/** One case of MongoDB's semantics: what is there, one command, what it answers and what is there afterwards. */
export interface Case {
  name: string;
  area: string;
  docs: Record<string, Json[]>;
  indexes?: { coll: string; key: Record<string, Json>; options: Record<string, Json> }[];
  command: Record<string, Json>;
  expect: {
    docs?: Json[];
    value?: Json;
    n?: number;
    nModified?: number;
    upserted?: Json[];
    error?: { code: number };
  };
  ordered?: boolean;
  after?: Record<string, Json[]>;
  note?: string;
}

const EXACT = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  bsonRegExp: true,
  ignoreUndefined: true,
};

type Outcome =
  | { error: number }
  | { docs: Json[] }
  | { value: Json }
  | { n: number; nModified?: number; upserted?: Json[] };

/** Runs a case; returns what differs, or undefined when all is as expected. */
export async function differs(db: Db, given: Case): Promise<string | undefined> {
  await load(db, given);
  const got = await outcome(db, fromJson(given.command) as Document);
  if (!agrees(given, got)) return `expected ${JSON.stringify(given.expect)}, got ${JSON.stringify(got)}`;
  for (const [name, documents] of Object.entries(given.after ?? {})) {
    const reply = await db.command({ find: name, filter: {}, batchSize: 1000 }, EXACT);
    const now = toJson(reply.cursor.firstBatch) as Json[];
    if (!sameSet(documents, now))
      return `${name} afterwards: expected ${JSON.stringify(documents)}, got ${JSON.stringify(now)}`;
  }
  return undefined;
}

async function load(db: Db, { docs, after = {}, indexes = [] }: Case): Promise<void> {
  for (const name of new Set([...Object.keys(docs), ...Object.keys(after)])) {
    await db.dropCollection(name).catch(() => {});
  }
  for (const [name, documents] of Object.entries(docs)) {
    if (documents.length === 0) await db.command({ create: name });
    else await db.command({ insert: name, documents: fromJson(documents) }, EXACT);
  }
  for (const { coll, key, options } of indexes) {
    const name = Object.keys(key).join('_');
    const index = { key: fromJson(key), name, ...(fromJson(options) as object) };
    await db.command({ createIndexes: coll, indexes: [index] });
  }
}

async function outcome(db: Db, command: Document): Promise<Outcome> {
  const [operation] = Object.keys(command);
  let reply: Document;
  try {
    reply = await db.command(command, EXACT);
  } catch (error) {
    const failure = error as { code?: unknown; writeErrors?: { code: unknown }[] };
    const code = Number(failure.writeErrors?.[0]?.code ?? failure.code);
    if (Number.isNaN(code)) throw error;
    return { error: code };
  }
  if (reply.writeErrors) return { error: Number(reply.writeErrors[0].code) };
  switch (operation) {
    case 'find':
    case 'aggregate':
      return { docs: toJson(reply.cursor.firstBatch) as Json[] };
    case 'distinct':
      return { value: toJson(reply.values) };
    case 'count':
      return { value: { $numberInt: String(Number(reply.n)) } };
    case 'findAndModify':
      return { value: toJson(reply.value ?? null) };
    default:
      return {
        n: Number(reply.n),
        nModified: reply.nModified === undefined ? undefined : Number(reply.nModified),
        upserted: reply.upserted?.map((each: { _id: unknown }) => toJson(each._id)),
      };
  }
}

function agrees({ expect, ordered, command }: Case, got: Outcome): boolean {
  if (expect.error || 'error' in got) return 'error' in got && expect.error?.code === got.error;
  if (expect.docs) return 'docs' in got && (ordered ? sameJson(expect.docs, got.docs) : sameSet(expect.docs, got.docs));
  if (expect.value !== undefined) {
    if (!('value' in got)) return false;
    return 'distinct' in command
      ? sameSet(expect.value as Json[], got.value as Json[])
      : sameJson(expect.value, got.value);
  }
  if (!('n' in got) || expect.n !== got.n) return false;
  if (expect.nModified !== undefined && expect.nModified !== got.nModified) return false;
  return sameJson(expect.upserted ?? [], got.upserted ?? []);
}
