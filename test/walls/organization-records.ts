/** What the organization keeps of everybody and of every unit beside who belongs where. */
import { idFromCode } from '@salesgraph/service-kit';
import { FURNISHED, leadingRole, NOBODY, OWNERS } from './company.ts';
import type { Ground, Key, Records } from './records.ts';

const WHEN = '2026-09-01';
/** A role that has a template. */
const ROLE = 'EMPLOYEE';

/**
 * Everybody who is there has a checklist and a proposed move (to BARE, which nobody answers for alone), and every unit an
 * opening and a succession plan, in both of which Nil is the one person.
 */
export async function recordOrganization(ground: Ground, records: Records): Promise<void> {
  const make = async (mutation: string, inputType: string, input: object, fields = 'id'): Promise<Key> => {
    const document = `mutation($input: ${inputType}!) { result: ${mutation}(input: $input) { ${fields} } }`;
    const { result } = await ground.ask<{ result: Key }>('organization', 'administrator', document, { input });
    return result;
  };
  const step = { phase: 'ONBOARDING', owner: 'LEADER', title: 'Meet the team', titleChinese: '认识团队', due: 5 };
  const template = { role: ROLE, name: 'First days', nameChinese: '入职', steps: [{ code: 'MEET', ...step }] };
  await make('publishChecklistTemplate', 'PublishChecklistTemplateInput', template, 'role');
  const nobody = idFromCode('emp', NOBODY.person);

  for (const person of OWNERS.filter((code) => code !== 'Lin')) {
    const employeeId = idFromCode('emp', person);
    const checklist = await make('beginChecklist', 'BeginChecklistInput', { employeeId, role: ROLE });
    const move = await make('proposeMove', 'ProposeMoveInput', {
      ...{ employeeId, toUnitId: idFromCode('unit', NOBODY.unit), toRole: ROLE, on: WHEN, reason: 'a new task' },
    });
    records.checklist.set(person, { id: checklist.id, code: `checklist of ${person}` });
    // A move is seen from the unit that it leaves: of these two, another one than they lead.
    if (person !== 'He' && person !== 'Gu') records.move.set(person, { id: move.id, code: `move of ${person}` });
  }
  for (const unit of FURNISHED) {
    const unitId = idFromCode('unit', unit);
    const criteria = [{ key: 'TACT', name: 'Tact', weightBp: 10_000 }];
    const opening = await make(
      'createOpening',
      'CreateOpeningInput',
      { unitId, role: leadingRole(unit), neededFrom: WHEN, reason: 'NEW', headline: `Wanted in ${unit}`, criteria },
      'id code',
    );
    const published = await make('publishOpening', 'OpeningInput', { openingId: opening.id, expectedVersion: 1 }, 'id');
    await make('nominateCandidate', 'NominateCandidateInput', {
      ...{ openingId: published.id, employeeId: nobody, why: 'ready', expectedVersion: 2 },
    });
    const plan = await make('planSuccession', 'PlanSuccessionInput', {
      ...{ unitId, role: leadingRole(unit) },
      successors: [{ employeeId: nobody, readiness: 'IN_TWO_YEARS', reviewedOn: '2026-03-01' }],
    });
    records.opening.set(unit, opening);
    records.plan.set(unit, { id: plan.id, code: `plan of ${unit}` });
  }
}
