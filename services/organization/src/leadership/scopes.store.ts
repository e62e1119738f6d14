/** How far a caller reaches, as a filter of documents that belong to a unit. */
import type { Scope } from '@salesgraph/access';

/** Matches the documents of the units in a scope, and none for nobody. */
export const unitsInScope = (scope: Scope): { unitId?: { $in: string[] } } =>
  scope.kind === 'COMPANY' ? {} : { unitId: { $in: scope.kind === 'LIMITED' ? scope.unitIds : [] } };

/** All rows come with the first answer: further ones would cost a call for every hundred. */
export const WHOLE = 100_000;
