/**
 * Cases of MongoDB's semantics: our own always, and those in the shared folder where it is there. All of them must agree.
 */

import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { type Case, differs } from './case-runner.ts';

const shared = process.env.SALESGRAPH_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const sharedCases = join(shared, 'vectors/cases');

let client: MongoClient;
const database = `vectors_${randomBytes(6).toString('hex')}`;

beforeAll(async () => {
  client = await MongoClient.connect(process.env.TEST_MONGODB_URI ?? '', { retryWrites: false, retryReads: false });
});
afterAll(async () => {
  await client.db(database).dropDatabase();
  await client.close();
});

function readCases(folder: string): Case[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case[]);
}

function runAll(cases: Case[]): void {
  for (const area of new Set(cases.map((each) => each.area))) {
    describe(area, () => {
      test.each(cases.filter((each) => each.area === area))('$name', async (each) => {
        expect(await differs(client.db(database), each)).toBeUndefined();
      });
    });
  }
}

describe('our own cases', () => runAll(readCases(join(import.meta.dirname, 'cases'))));

if (existsSync(sharedCases)) describe('shared vectors', () => runAll(readCases(sharedCases)));
else {
  process.stderr.write(`The shared vectors are left out: ${sharedCases} is not there.\n`);
  test.skip('shared vectors: the folder is not there', () => {});
}
