import { hashKey } from '../bson/keys.ts';
import { type Doc, isNullish, Regex, type Value } from '../bson/values.ts';
import { anyAt } from '../matcher/paths.ts';
import { splitFieldPath } from '../projection/paths.ts';
import type { Batches, PipelineContext } from './context.ts';
import { type Correlation, conjunction } from './correlation.ts';
import { collect, inBatches } from './stage.ts';

/** Documents of another collection, found by what a query would see at a path. */
export class ForeignDocuments {
  private readonly documents: Doc[];
  private readonly places = new Map<string, number[]>();
  private readonly fold: ((text: string) => string) | undefined;

  private constructor(documents: Doc[], parts: string[], fold: ((text: string) => string) | undefined) {
    this.documents = documents;
    this.fold = fold;
    documents.forEach((document, place) => {
      anyAt(document, parts, 0, true, (value) => {
        const key = hashKey(isNullish(value) ? null : value, fold);
        const places = this.places.get(key);
        if (!places) this.places.set(key, [place]);
        else if (places[places.length - 1] !== place) places.push(place);
        return false;
      });
    });
  }

  /** Reads, once, all that any of the values can match; `constant` is a further condition. */
  static async read(
    context: PipelineContext,
    path: string,
    values: Value[],
    constant?: Doc,
  ): Promise<ForeignDocuments> {
    const distinct = new Map(values.map((value) => [hashKey(value), value]));
    const list = [...distinct.values()];
    // A regular expression in `$in` would be a pattern: such a rare look-up reads everything.
    const any: Doc[] = list.some((value) => value instanceof Regex)
      ? []
      : [new Map([[path, new Map([['$in', list]])]])];
    const filter = conjunction(constant ? [constant, ...any] : any);
    const documents =
      list.length === 0 ? [] : await collect(context.open(context.db, context.collection as string, filter));
    return new ForeignDocuments(documents, splitFieldPath(path), context.scope.collation?.key);
  }

  /** Those that match any of the values, in the order in which they were read. */
  matching(values: Value[]): Doc[] {
    const found = values.map((value) => this.places.get(hashKey(value, this.fold)) ?? []);
    const places = found.length === 1 ? found[0] : [...new Set(found.flat())].sort((a, b) => a - b);
    return places.map((place) => this.documents[place]);
  }
}

/** A collection of no more than this many documents is held, so that it is read once and not for each outer document. */
const MAX_HELD = 10_000;

/** What an inner pipeline with variables reads: at most one read of the collection for each batch of outer documents. */
export class CorrelatedSource {
  private readonly context: PipelineContext;
  private readonly correlation: Correlation;
  private readonly bind: (document: Doc) => void;
  private byValue: ForeignDocuments | undefined;
  private held: Doc[] | 'too many' | undefined;

  constructor(context: PipelineContext, correlation: Correlation, bind: (document: Doc) => void) {
    this.context = context;
    this.correlation = correlation;
    this.bind = bind;
  }

  /** To be called with each batch before `read`. */
  async prepare(batch: Doc[]): Promise<void> {
    const { constant, equality } = this.correlation;
    const values = batch.map((document) => {
      this.bind(document);
      return equality?.value();
    });
    const usable = values.filter((value) => value !== undefined);
    if (equality) this.byValue = await ForeignDocuments.read(this.context, equality.field, usable, constant);
    if (usable.length < values.length) this.held ??= await this.hold();
  }

  private async hold(): Promise<Doc[] | 'too many'> {
    const documents: Doc[] = [];
    for await (const batch of this.open()) {
      for (const document of batch) documents.push(document);
      if (documents.length > MAX_HELD) return 'too many';
    }
    return documents;
  }

  private open(): Batches {
    return this.context.open(this.context.db, this.context.collection as string, this.correlation.constant);
  }

  /** The documents for the outer document that is bound now. */
  read(): Batches {
    const value = this.correlation.equality?.value();
    if (this.byValue && value !== undefined) return inBatches(this.byValue.matching([value]));
    return Array.isArray(this.held) ? inBatches(this.held) : this.open();
  }
}
