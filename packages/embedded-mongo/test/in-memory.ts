import { tmpdir } from 'node:os';
import type { Doc, Value } from '../src/bson/values.ts';
import { Scope } from '../src/expressions/scope.ts';
import { parseFilter } from '../src/matcher/parse.ts';
import { MEMORY_LIMIT } from '../src/sort/spill.ts';
import type { Batches, MergeWrite, PipelineContext } from '../src/stages/context.ts';
import { compilePipeline } from '../src/stages/pipeline.ts';
import { collect, inBatches } from '../src/stages/stage.ts';
import { document, value } from './notation.ts';

type Rows = Record<string, unknown>[];

/** Collections in memory, enough to run pipelines without a server. */
export class InMemory {
  readonly collections = new Map<string, Doc[]>();
  /** Every filter that a collection was read with. */
  readonly reads: (Doc | undefined)[] = [];
  readonly context: PipelineContext = {
    scope: Scope.root(),
    db: 'test',
    collection: 'c',
    open: (_db, collection, filter) => this.read(collection, filter),
    disk: { dir: tmpdir(), allowed: true, limit: MEMORY_LIMIT },
    checkInterrupt: () => {},
    replaceCollection: async (_db, collection, documents) => {
      this.collections.set(collection, await collect(documents));
    },
    merge: async (_db, collection, writes) => this.merge(collection, writes),
    hasUniqueIndex: (_db, _collection, fields) => fields.join() === '_id',
    statistics: () => [],
  };

  constructor(collections: Record<string, Rows>) {
    for (const [name, rows] of Object.entries(collections)) this.collections.set(name, rows.map(document));
  }

  async *read(collection: string, filter?: Doc): Batches {
    this.reads.push(filter);
    const documents = this.collections.get(collection) ?? [];
    yield* inBatches(documents.filter(parseFilter(filter ?? new Map(), Scope.root()).test));
  }

  private merge(collection: string, writes: MergeWrite[]): void {
    const documents = this.collections.get(collection) ?? [];
    this.collections.set(collection, documents);
    for (const { filter, write } of writes) {
      const at = documents.findIndex(parseFilter(filter, Scope.root()).test);
      const result = write(documents[at]);
      if (result) documents[at < 0 ? documents.length : at] = result;
    }
  }

  /** Runs a pipeline on the collection `c`. */
  async aggregate(stages: unknown[]): Promise<Doc[]> {
    const pipeline = compilePipeline(value(stages) as Value[], this.context);
    return collect(pipeline.run(this.read('c')));
  }
}
