import { createHash } from 'node:crypto';
import type { Clock } from '@salesgraph/calendar';
import { badInput, badInputs, conflict } from '@salesgraph/service-kit';
import { metricOf } from '../metrics/metrics.ts';
import type { FormulaStore, Request } from './formulas.store.ts';
import { DEFAULT_FORMULAS, type Formula, type FormulaInput, formulaOf, readFormula } from './formulas.ts';

/** How often a version number is chosen anew when somebody else takes it at the same moment. */
const TRIES = 5;
const MOST_KEY_CHARACTERS = 200;

/** Makes sure that the formulas that every company begins with are there; safe at every start. */
export async function keepDefaultFormulas(formulas: FormulaStore): Promise<void> {
  for (const formula of DEFAULT_FORMULAS) await formulas.insert(formula);
}

function requestOf({ idempotencyKey, ...asked }: CreateFormulaInput, actor: string): Request | null {
  if (idempotencyKey === null || idempotencyKey === undefined) return null;
  if (idempotencyKey === '' || idempotencyKey.length > MOST_KEY_CHARACTERS) {
    throw badInput('idempotencyKey', `must have 1 to ${MOST_KEY_CHARACTERS} characters`);
  }
  return {
    key: `${actor} ${idempotencyKey}`,
    hash: createHash('sha256').update(JSON.stringify(asked)).digest('hex'),
  };
}

export type CreateFormulaInput = FormulaInput & { idempotencyKey?: string | null };

/**
 * Makes the next version of a formula.
 * @throws BAD_USER_INPUT naming every fault; CONFLICT when others make versions of the same name at the same moment
 */
export async function createFormula(
  input: CreateFormulaInput,
  actor: string,
  { formulas, clock }: { formulas: FormulaStore; clock: Clock },
): Promise<Formula> {
  const request = requestOf(input, actor);
  const answered = request && (await formulas.remembered(request.key));
  if (request && answered) {
    if (answered.hash !== request.hash) throw badInput('idempotencyKey', 'was used for something else');
    return answered.formula;
  }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const version = (await formulas.latestVersion(input.name)) + 1;
    const { terms, faults } = readFormula(input, version, metricOf);
    if (faults) throw badInputs(faults);
    const formula = formulaOf(terms, clock.now(), actor);
    if (await formulas.insert(formula, request)) return formula;
  }
  throw conflict('Others are making versions of this formula; read it again.');
}
