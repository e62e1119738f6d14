import type { Doc } from '../bson/values.ts';

/**
 * Documents flow through a pipeline in batches. An empty batch is no end: it is a stage saying that it has worked and
 * has nothing to hand on yet, so that whoever drives the pipeline can let other clients in.
 */
export type Stream = Iterable<Doc[]>;

/** How many rows a source reads at a time. */
export const PAGE_ROWS = 256;
