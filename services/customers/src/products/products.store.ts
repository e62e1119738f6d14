/** Reads and writes products. */
import { idFromCode } from '@salesgraph/service-kit';
import { type Connection, type Model, Schema } from 'mongoose';

export interface Product {
  id: string;
  code: string;
  name: string;
  series: string | null;
  listPriceMinor: number | null;
  currency: string | null;
  version: number;
}

type ProductDocument = Omit<Product, 'id'> & { _id: string };

const schema = new Schema(
  {
    _id: String,
    code: { type: String, required: true },
    name: String,
    series: { type: String, default: null },
    listPriceMinor: { type: Number, default: null },
    currency: { type: String, default: null },
    version: Number,
  },
  { collection: 'products', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });

const fromDocument = ({ _id, ...product }: ProductDocument): Product => ({ id: _id, ...product });

export type ProductStore = ReturnType<typeof productStore>;

export function productStore(connection: Connection) {
  const model: Model<ProductDocument> =
    connection.models.Product ?? connection.model<ProductDocument>('Product', schema);
  return {
    model,

    byCodes: async (codes: string[]): Promise<Product[]> =>
      (await model.find({ code: { $in: codes } }).lean<ProductDocument[]>()).map(fromDocument),

    byIds: async (ids: string[]): Promise<Product[]> =>
      (await model.find({ _id: { $in: ids } }).lean<ProductDocument[]>()).map(fromDocument),

    async page({ limit, after }: { limit: number; after: string[] | null }): Promise<Product[]> {
      const documents = await model
        .find(after ? { code: { $gt: after[0]! } } : {})
        .sort({ code: 1 })
        .limit(limit + 1)
        .lean<ProductDocument[]>();
      return documents.map(fromDocument);
    },

    count: (): Promise<number> => model.countDocuments({}).exec(),

    /** Writes products by code; a product is written once however often the same state is. */
    async writeMany(products: Omit<Product, 'id'>[]): Promise<void> {
      if (products.length === 0) return;
      await model.bulkWrite(
        products.map((product) => ({
          updateOne: {
            filter: { _id: idFromCode('prd', product.code) },
            update: { $set: product },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    },
  };
}
