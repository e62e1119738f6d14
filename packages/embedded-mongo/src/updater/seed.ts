import { type Doc, Regex, type Value } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { isOperatorDoc } from '../matcher/parse.ts';
import { putAt } from '../projection/paths.ts';

/**
 * The document that an upsert starts from: what the filter says must be equal. Code 54 when it says so twice of a path
 * or of a path and a part of it.
 */
export function upsertSeed(filter: Doc): Doc {
  const found = new Map<string, Value>();
  collect(filter, found);
  const seed: Doc = new Map();
  const id = found.get('_id');
  if (id !== undefined) seed.set('_id', id);
  for (const [path, value] of found) putAt(seed, path.split('.'), value);
  return seed;
}

function collect(filter: Doc, found: Map<string, Value>): void {
  for (const [key, value] of filter) {
    if (key === '$and' || (key === '$or' && Array.isArray(value) && value.length === 1)) {
      for (const clause of value as Value[]) if (clause instanceof Map) collect(clause, found);
    } else if (!key.startsWith('$')) {
      for (const equal of equalities(value)) note(key, equal, found);
    }
  }
}

function* equalities(condition: Value): Generator<Value> {
  if (condition instanceof Regex) return;
  if (!isOperatorDoc(condition)) {
    yield condition;
    return;
  }
  for (const [op, operand] of condition) {
    if (op === '$eq') yield operand;
    const list = (op === '$all' || op === '$in') && Array.isArray(operand) && operand.length === 1;
    if (list && !(operand[0] instanceof Regex) && !isOperatorDoc(operand[0])) yield operand[0];
  }
}

function note(path: string, value: Value, found: Map<string, Value>): void {
  for (const other of found.keys()) {
    if (other === path) fail(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    if (other.startsWith(`${path}.`) || path.startsWith(`${other}.`)) {
      fail(54, `cannot infer query fields to set, both paths '${other}' and '${path}' are matched`);
    }
  }
  found.set(path, value);
}
