/** Mutations of the organization that name a record. */
import { type Change, type ChangeRow, onRecord, referring, SALES_CHANGES, STALE } from './changes.ts';
import { leadingRole } from './company.ts';
import { nobody } from './records.ts';

const openings: ChangeRow = { action: 'opening.write', of: 'unit', kind: 'opening' };
const decisions: ChangeRow = { action: 'appointment.decide', of: 'unit', kind: 'opening' };
const assessments: ChangeRow = { action: 'assessment.write', of: 'unit', kind: 'opening' };
const units: ChangeRow = { action: 'opening.write', of: 'unit', kind: 'unit' };
const successions: ChangeRow = { action: 'succession.write', of: 'unit', kind: 'unit' };
const teams: ChangeRow = { action: 'team.plan', of: 'unit', kind: 'unit' };
const checklists: ChangeRow = { action: 'checklist.write', of: 'person', kind: 'checklist' };
const newcomers: ChangeRow = { action: 'checklist.write', of: 'person', kind: 'employee' };
const skills: ChangeRow = { action: 'skill.write', of: 'person', kind: 'employee' };
const movers: ChangeRow = { action: 'move.propose', of: 'person', kind: 'move' };
const moves: ChangeRow = { action: 'moves.decide', of: 'person', kind: 'move' };
const absent: ChangeRow = { action: 'delegation.write', of: 'person', kind: 'employee' };

const NIL = { employeeId: nobody('person').id };
const WHY = { reason: 'x' };
const ofOpening = (row: ChangeRow, mutation: string, inputType: string, more: object): Change =>
  onRecord(row, mutation, inputType, { ...more, ...STALE }, 'openingId');
const notOneself = (change: Change): Change => ({ ...change, except: ['own'] });

const ORGANIZATION_CHANGES: readonly Change[] = [
  ofOpening(openings, 'updateOpening', 'UpdateOpeningInput', { headline: 'x' }),
  ofOpening(openings, 'publishOpening', 'OpeningInput', {}),
  ofOpening(openings, 'nominateCandidate', 'NominateCandidateInput', { ...NIL, why: 'x' }),
  ofOpening(openings, 'shortlistCandidate', 'CandidateInput', NIL),
  ofOpening(openings, 'rejectCandidate', 'CandidateReasonInput', { ...NIL, ...WHY }),
  ofOpening(openings, 'withdrawCandidate', 'CandidateReasonInput', { ...NIL, ...WHY }),
  ofOpening(openings, 'closeShortlist', 'OpeningInput', {}),
  ofOpening(openings, 'reopenOpening', 'OpeningReasonInput', WHY),
  ofOpening(openings, 'cancelOpening', 'OpeningReasonInput', WHY),
  ofOpening(decisions, 'decideOpening', 'CandidateReasonInput', { ...NIL, ...WHY }),
  ofOpening(decisions, 'declineDecision', 'OpeningReasonInput', WHY),
  ofOpening(decisions, 'appointLeader', 'AppointLeaderInput', { from: '2026-09-01' }),
  ofOpening(decisions, 'revokeAppointment', 'OpeningReasonInput', WHY),
  {
    ...ofOpening(assessments, 'assessCandidate', 'AssessCandidateInput', {
      ...{ ...NIL, marks: [{ criterion: 'TACT', mark: 50, comment: 'x' }] },
    }),
    onlyHidden: true,
  },
  referring(units, 'createOpening', 'CreateOpeningInput', 'unitId', ({ record, subject }) => ({
    ...{ unitId: record.id, role: leadingRole(subject.code), neededFrom: '2026-09-01', reason: 'NEW', headline: '' },
  })),
  referring(successions, 'planSuccession', 'PlanSuccessionInput', 'unitId', ({ record, subject }) => ({
    ...{ unitId: record.id, role: leadingRole(subject.code), successors: [], ...STALE },
  })),
  onRecord(teams, 'planTeamSize', 'PlanTeamSizeInput', { size: 3, ...STALE }, 'unitId'),
  onRecord(checklists, 'markChecklistStep', 'MarkChecklistStepInput', { step: 'MEET', ...STALE }),
  onRecord(checklists, 'cancelChecklist', 'CancelChecklistInput', { ...WHY, ...STALE }),
  onRecord(newcomers, 'beginChecklist', 'BeginChecklistInput', { role: 'LIAISON' }, 'employeeId'),
  {
    ...onRecord(skills, 'stateSkill', 'StateSkillInput', { skill: 'x', level: 1, ...STALE }, 'employeeId'),
    onlyHidden: true,
  },
  onRecord(skills, 'confirmSkill', 'StateSkillInput', { skill: 'x', level: 1, ...STALE }, 'employeeId'),
  {
    ...onRecord(
      { ...movers, kind: 'employee' },
      'proposeMove',
      'ProposeMoveInput',
      { toUnitId: nobody('unit').id, on: '2026-09-01', reason: 'x' },
      'employeeId',
    ),
    open: true,
  },
  onRecord(moves, 'approveMove', 'ApproveMoveInput', STALE),
  onRecord(moves, 'rejectMove', 'RejectMoveInput', { ...WHY, ...STALE }),
  { ...onRecord(movers, 'withdrawMove', 'WithdrawMoveInput', STALE), onlyHidden: true },
  {
    ...onRecord(
      absent,
      'delegateDuties',
      'DelegateDutiesInput',
      {
        ...{ toId: nobody('person').id, from: '2026-04-01', to: '2026-04-02', ...STALE },
      },
      'fromId',
    ),
  },
].map((change) => (/Checklist|Skill|(propose|approve|reject)Move/.test(change.name) ? notOneself(change) : change));

/** Every mutation that names a record. */
export const CHANGES: readonly Change[] = [...SALES_CHANGES, ...ORGANIZATION_CHANGES];
