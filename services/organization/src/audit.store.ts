/** How documents keep their memory of corrections and calls. */
import type { Request } from '@salesgraph/service-kit';
import { Schema } from 'mongoose';
import type { Correction } from './audit.ts';

export const correctionSchema = new Schema<Correction>(
  { version: Number, at: Date, actor: String, reason: String },
  { _id: false },
);
export const requestSchema = new Schema<Request>({ key: String, hash: String }, { _id: false });
