/** Puts what subgraphs answered together, as Apollo's executor does. */

/** An object of an answer. */
export type ResultObject = Record<string, unknown>;

export const isResultObject = (value: unknown): value is ResultObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Merges an answer into what is there: objects field by field, lists of one length place by place; everything else is
 * replaced. What is undefined leaves the present value.
 */
export function mergeInto(target: ResultObject, source: ResultObject): void {
  for (const key in source) {
    const given = source[key];
    // A key of that name would be taken for the prototype; no compiled operation asks for one.
    if (given === undefined || key === '__proto__') continue;
    const present = target[key];
    if (typeof given !== 'object' || given === null || typeof present !== 'object' || present === null) {
      target[key] = given;
    } else if (given !== present) {
      mergeComposite(target, key, present, given);
    }
  }
}

function mergeComposite(target: ResultObject, key: string, present: object, given: object): void {
  if (!Array.isArray(given)) {
    mergeInto(present as ResultObject, given as ResultObject);
  } else if (Array.isArray(present) && present.length === given.length) {
    for (let place = 0; place < given.length; place += 1) {
      const [old, fresh] = [present[place], given[place]];
      if (isResultObject(old) && isResultObject(fresh)) mergeInto(old, fresh);
      else present[place] = fresh;
    }
  } else {
    target[key] = given;
  }
}
