import type { Doc } from '../bson/values.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Disk } from '../sort/spill.ts';

/** Documents flow in batches; an empty batch only says that the source is still at work. */
export type Batches = AsyncIterable<Doc[]>;

/** One document of `$merge`: at most one stored document meets `filter`; what `write` returns is stored. */
export interface MergeWrite {
  filter: Doc;
  /** Undefined leaves things as they are. The result keeps the `_id` of `existing`, if there is one. */
  write(existing: Doc | undefined): Doc | undefined;
}

export type StatisticsKind = 'indexStats' | 'collStats' | 'listLocalSessions' | 'currentOp';

/** What a pipeline needs of the server it runs in. */
export interface PipelineContext {
  /** `$$NOW`, `$$CLUSTER_TIME` and the command's `let`. */
  scope: Scope;
  db: string;
  /** Undefined for a pipeline on the database, as in `{aggregate: 1}`. */
  collection?: string;
  /** Reads a collection; one that does not exist is empty. `filter` holds no variables and may use an index. */
  open(db: string, collection: string, filter?: Doc): Batches;
  /** Where stages put what does not fit into memory. */
  disk: Disk;
  /** Throws when the command was killed or has used up its time. */
  checkInterrupt(): void | Promise<void>;
  /** `$out`: the collection holds exactly these documents afterwards, or is unchanged after an error. Missing `_id`s are added. */
  replaceCollection(db: string, collection: string, documents: Batches): Promise<void>;
  /** `$merge`: applies the writes of one batch in order. */
  merge(db: string, collection: string, writes: MergeWrite[]): Promise<void>;
  /** Is there a unique index on exactly these fields (in any order)? `['_id']` always has one. */
  hasUniqueIndex(db: string, collection: string, fields: string[]): boolean | Promise<boolean>;
  /** The documents of a stage that tells of the server; `options` is the operand of the stage. */
  statistics(kind: StatisticsKind, options: Doc): Doc[] | Promise<Doc[]>;
}
