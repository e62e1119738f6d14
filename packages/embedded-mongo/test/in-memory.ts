import { isDoc, type Doc, type Value } from '../src/bson/values.ts';
import { hashKey } from '../src/bson/keys.ts';
import { Scope } from '../src/expressions/scope.ts';
import { parseFilter } from '../src/matcher/parse.ts';
import type { PipelineContext } from '../src/stages/context.ts';
import { compilePipeline } from '../src/stages/pipeline.ts';
import { collect, inBatches } from '../src/stages/stage.ts';
import { document, value } from './notation.ts';

type Rows = Record<string, unknown>[];

/** Collections in memory, enough to run pipelines without a server. */
export class InMemory implements PipelineContext {
  readonly scope = Scope.root();
  readonly db = 'test';
  readonly collection = 'c';
  readonly collections = new Map<string, Doc[]>();
  /** Every filter that a collection was read with. */
  readonly reads: (Doc | undefined)[] = [];

  constructor(collections: Record<string, Rows>) {
    for (const [name, rows] of Object.entries(collections)) this.collections.set(name, rows.map(document));
  }

  async *open(_db: string, collection: string, filter?: Doc): AsyncIterable<Doc[]> {
    this.reads.push(filter);
    const documents = this.collections.get(collection) ?? [];
    const { test } = parseFilter(filter ?? new Map(), this.scope);
    yield* inBatches(documents.filter(test));
  }

  checkInterrupt(): void {}

  async replaceCollection(_db: string, collection: string, documents: AsyncIterable<Doc[]>): Promise<void> {
    this.collections.set(collection, await collect(documents));
  }

  async merge(_db: string, collection: string, writes: Parameters<PipelineContext['merge']>[2]): Promise<void> {
    const documents = this.collections.get(collection) ?? [];
    this.collections.set(collection, documents);
    for (const { filter, write } of writes) {
      const at = documents.findIndex(parseFilter(filter, this.scope).test);
      const result = write(documents[at]);
      if (result) documents[at < 0 ? documents.length : at] = result;
    }
  }

  hasUniqueIndex(_db: string, _collection: string, fields: string[]): boolean {
    return hashKey(fields) === hashKey(['_id']);
  }

  statistics(): Doc[] {
    return [];
  }

  /** Runs a pipeline on the collection `c`. */
  async aggregate(stages: unknown[]): Promise<Value[]> {
    const pipeline = compilePipeline(value(stages) as Value[], this);
    const results = await collect(pipeline.run(this.open('test', 'c')));
    return results.filter(isDoc);
  }
}
