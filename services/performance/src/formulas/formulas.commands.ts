import type { Clock } from '@salesgraph/calendar';
import { badInput, badInputs, conflict, requestOf } from '@salesgraph/service-kit';
import { metricOf } from '../metrics/metrics.ts';
import type { FormulaStore } from './formulas.store.ts';
import { DEFAULT_FORMULAS, type Formula, type FormulaInput, formulaOf, readFormula } from './formulas.ts';

/** How often a version number is chosen anew when somebody else takes it at the same moment. */
const TRIES = 5;

/** Makes sure that the formulas that every company begins with are there; safe at every start. */
export async function keepDefaultFormulas(formulas: FormulaStore): Promise<void> {
  for (const formula of DEFAULT_FORMULAS) await formulas.insert(formula);
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
  const request = requestOf('createFormula', actor, input);
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
