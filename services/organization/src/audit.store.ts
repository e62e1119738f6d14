/** How documents keep their memory of changes, corrections and calls. */
import type { Request } from '@salesgraph/service-kit';
import { Schema } from 'mongoose';
import type { Audited, Correction } from './audit.ts';

const correction = new Schema<Correction>({ version: Number, at: Date, actor: String, reason: String }, { _id: false });
const request = new Schema<Request>({ key: String, hash: String }, { _id: false });

/** The part of a mongoose schema in which a document keeps that memory. */
export const auditedFields = {
  change: { type: new Schema({ action: String, reason: String }, { _id: false }), default: undefined },
  corrections: [correction],
  requests: [request],
};

/** The memory of a document as it was read; what it has none of is empty. */
export const memoryOf = ({
  version,
  change,
  corrections,
  requests,
}: Partial<Audited> & { version: number }): Audited => ({
  version,
  change: change ?? null,
  corrections: corrections ?? [],
  requests: requests ?? [],
});
