/** Mongoose's ordinary use. */

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose, { type Connection, Schema } from 'mongoose';

let connection: Connection;

beforeAll(async () => {
  const address = new URL(process.env.TEST_MONGODB_URI ?? '');
  address.pathname = `/mongoose_${randomBytes(6).toString('hex')}`;
  connection = await mongoose.createConnection(address.href).asPromise();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});
beforeEach(async () => {
  for (const name of connection.modelNames()) connection.deleteModel(name);
  await connection.dropDatabase();
});

describe('mongoose', () => {
  test('populates references, of arrays and of virtuals', async () => {
    const Author = connection.model('Author', new Schema({ name: String }));
    const bookSchema = new Schema({ title: String, authors: [{ type: Schema.Types.ObjectId, ref: 'Author' }] });
    const Book = connection.model('Book', bookSchema);
    const authors = await Author.create([{ name: 'Ada' }, { name: 'Bo' }]);
    await Book.create({ title: 'Both', authors: authors.map(({ _id }) => _id) });
    const book = await Book.findOne({ title: 'Both' }).populate<{ authors: { name: string }[] }>('authors').orFail();
    expect(book.authors.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
  });

  test('keeps discriminators apart in one collection', async () => {
    const Event = connection.model('Event', new Schema({ at: Date }, { discriminatorKey: 'kind' }));
    const Click = Event.discriminator('Click', new Schema({ url: String }));
    const Visit = Event.discriminator('Visit', new Schema({ place: String }));
    await Click.create({ at: new Date(1), url: '/a' });
    await Visit.create([
      { at: new Date(2), place: 'Bern' },
      { at: new Date(3), place: 'Basel' },
    ]);
    expect(await Event.countDocuments()).toBe(3);
    expect((await Visit.find().sort({ at: 1 })).map(({ place }) => place)).toEqual(['Bern', 'Basel']);
    expect((await Event.findOne({ at: new Date(1) }).orFail()).get('url')).toBe('/a');
  });

  test('sets timestamps, versions arrays and validates', async () => {
    const schema = new Schema(
      { name: { type: String, required: true }, tags: [String] },
      { timestamps: true, optimisticConcurrency: true },
    );
    const Thing = connection.model('Thing', schema);
    const made = await Thing.create({ name: 'one' });
    const first = made.updatedAt;
    made.tags.push('a');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await made.save();
    expect(made.updatedAt.getTime()).toBeGreaterThan(first.getTime());
    expect(made.createdAt).toEqual(first);
    const stale = await Thing.findById(made._id).orFail();
    made.name = 'two';
    await made.save();
    stale.name = 'three';
    await expect(stale.save()).rejects.toThrow(/No matching document found|VersionError/);
    await expect(Thing.create({})).rejects.toThrow(/required/);
  });

  test('upserts with findOneAndUpdate and with bulkWrite', async () => {
    const Counter = connection.model(
      'Counter',
      new Schema({ key: { type: String, unique: true }, n: Number, made: Date }),
    );
    await Counter.init();
    const bump = () =>
      Counter.findOneAndUpdate(
        { key: 'a' },
        { $inc: { n: 1 }, $setOnInsert: { made: new Date(0) } },
        { upsert: true, returnDocument: 'after' },
      ).orFail();
    expect((await bump()).n).toBe(1);
    expect((await bump()).n).toBe(2);
    await Promise.all(Array.from({ length: 20 }, bump));
    expect((await Counter.findOne({ key: 'a' }).orFail()).n).toBe(22);

    const result = await Counter.bulkWrite([
      { insertOne: { document: { key: 'b', n: 1 } } },
      { updateOne: { filter: { key: 'b' }, update: { $set: { n: 5 } } } },
      { updateOne: { filter: { key: 'c' }, update: { $set: { n: 7 } }, upsert: true } },
      { replaceOne: { filter: { key: 'a' }, replacement: { key: 'a', n: 0 } } },
      { deleteOne: { filter: { key: 'b' } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 2, upsertedCount: 1, deletedCount: 1 });
    expect((await Counter.find().sort({ key: 1 }).lean()).map(({ key, n }) => [key, n])).toEqual([
      ['a', 0],
      ['c', 7],
    ]);
  });

  test('answers a unique violation with the key', async () => {
    const User = connection.model('User', new Schema({ mail: { type: String, unique: true } }));
    await User.init();
    await User.create({ mail: 'a@x' });
    await expect(User.create({ mail: 'a@x' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { mail: 1 },
      keyValue: { mail: 'a@x' },
    });
  });

  test('runs transactions and aggregations', async () => {
    const Sale = connection.model('Sale', new Schema({ who: String, amount: Number }));
    await connection.transaction(async (session) => {
      await Sale.create(
        [
          { who: 'a', amount: 3 },
          { who: 'a', amount: 4 },
          { who: 'b', amount: 1 },
        ],
        { session, ordered: true },
      );
    });
    await expect(
      connection.transaction(async (session) => {
        await Sale.updateMany({}, { $set: { amount: 0 } }, { session });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const sums = await Sale.aggregate([
      { $group: { _id: '$who', total: { $sum: '$amount' } } },
      { $sort: { total: -1 } },
    ]);
    expect(sums).toEqual([
      { _id: 'a', total: 7 },
      { _id: 'b', total: 1 },
    ]);
  });

  test('lives with a change of schema: old documents, new indexes', async () => {
    const Old = connection.model('Item', new Schema({ name: String, price: Number }));
    await Old.create([
      { name: 'x', price: 1 },
      { name: 'y', price: 2 },
    ]);
    connection.deleteModel('Item');
    const schema = new Schema({ name: { type: String, index: true }, price: { amount: Number, currency: String } });
    const New = connection.model('Item', schema);
    await New.syncIndexes();
    await New.collection.updateMany({ price: { $type: 'number' } }, [
      { $set: { price: { amount: '$price', currency: { $literal: 'CHF' } } } },
    ]);
    expect((await New.find({ 'price.currency': 'CHF' }).sort({ name: 1 })).map((item) => item.price?.amount)).toEqual([
      1, 2,
    ]);
    expect((await New.collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'name_1']);
  });

  test('streams with a cursor and reads lean pages', async () => {
    const Row = connection.model('Row', new Schema({ n: Number }));
    await Row.insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
    let sum = 0;
    for await (const { n } of Row.find({ n: { $gte: 100 } })
      .lean()
      .cursor({ batchSize: 50 }))
      sum += n ?? 0;
    expect(sum).toBe((499 * 500) / 2 - (99 * 100) / 2);
    expect(await Row.find().sort({ n: -1 }).skip(10).limit(3).select('n -_id').lean()).toEqual([
      { n: 489 },
      { n: 488 },
      { n: 487 },
    ]);
  });
});
