import { type DocumentNode, visit } from 'graphql';

export interface DocumentCounts {
  directives: number;
  /** Definitions of fragments and inline ones. */
  fragments: number;
}

const counted = new WeakMap<DocumentNode, DocumentCounts>();

/** What a document has in it, used or not; counted once a document. */
export function countDocument(document: DocumentNode): DocumentCounts {
  const known = counted.get(document);
  if (known) return known;
  const counts: DocumentCounts = { directives: 0, fragments: 0 };
  visit(document, {
    Directive() {
      counts.directives += 1;
    },
    FragmentDefinition() {
      counts.fragments += 1;
    },
    InlineFragment() {
      counts.fragments += 1;
    },
  });
  counted.set(document, counts);
  return counts;
}
