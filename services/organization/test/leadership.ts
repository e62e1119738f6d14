/** Filling leading positions as the tests do it. */
import { changesOf, inUnit, mutation } from './changes.ts';
import { type House, openHouse, personId, unitId } from './house.ts';

export const OPENING = `id code version state role neededFrom unit { code } requiredAssessors criteria { key weightBp }
  candidates { employee { code } state nominatedBy why reason
    result { score rank spread assessors criteria { criterion { key } mean lowest highest }
      assessments { id version total assessor { code } marks { criterion mark comment } } } }
  decision { employee { code } reason by } appointment { employee { code } from by }`;

export interface CandidateSeen {
  employee: { code: string };
  state: string;
  nominatedBy: string;
  why: string | null;
  reason: string | null;
  result: {
    score: string | null;
    rank: number | null;
    spread: string | null;
    assessors: number;
    criteria: { criterion: { key: string }; mean: string }[];
    assessments: { id: string; version: number; total: string; assessor: { code: string } }[];
  } | null;
}

export interface OpeningSeen {
  id: string;
  code: string;
  version: number;
  state: string;
  candidates: CandidateSeen[];
  decision: { employee: { code: string }; reason: string | null; by: string } | null;
  appointment: { employee: { code: string }; from: string } | null;
  [field: string]: unknown;
}

const INPUTS: Record<string, string> = {
  ...Object.fromEntries(['publishOpening', 'closeShortlist'].map((name) => [name, 'OpeningInput'])),
  ...Object.fromEntries(
    ['reopenOpening', 'cancelOpening', 'declineDecision', 'revokeAppointment'].map((n) => [n, 'OpeningReasonInput']),
  ),
  ...Object.fromEntries(
    ['rejectCandidate', 'withdrawCandidate', 'decideOpening'].map((n) => [n, 'CandidateReasonInput']),
  ),
  shortlistCandidate: 'CandidateInput',
};

/** A mutation of openings with one input. */
export const onOpening = (field: string, fields = OPENING) =>
  INPUTS[field]
    ? `mutation($input: ${INPUTS[field]}!) { result: ${field}(input: $input) { ${fields} } }`
    : mutation(field, fields);

/** Two criteria of which the first weighs three times the second. */
export const CRITERIA = [
  { key: 'RESULTS', name: 'Results', weightBp: 7500 },
  { key: 'PEOPLE', name: 'People', weightBp: 2500 },
];

export const marksOf = (results: number, people: number) => [
  { criterion: 'RESULTS', mark: results, comment: 'seen' },
  { criterion: 'PEOPLE', mark: people, comment: 'heard' },
];

/**
 * The company of the house, and beside it Deng, who develops teams, and Shen, deputy director of West. West One has nobody
 * who leads it.
 */
export async function openLeadershipHouse() {
  const house = await openHouse();
  const { newPerson } = changesOf(house);
  await newPerson('Deng', [inUnit('SALES', { role: 'TEAM_DEVELOPER' })]);
  await newPerson('Shen', [inUnit('West', { role: 'DEPUTY_DIRECTOR' })]);
  return { house, ...openingsOf(house) };
}

export function openingsOf(house: House) {
  const as = async (caller: string, field: string, input: object) =>
    (await house.answer<{ result: OpeningSeen }>(caller, onOpening(field), { input })).result;
  const read = async (caller: string, id: string) =>
    (
      await house.answer<{ opening: OpeningSeen | null }>(
        caller,
        `query($id: ID!) { opening(id: $id) { ${OPENING} } }`,
        { id },
      )
    ).opening;

  /** A change of an opening at the version that it has now. */
  async function change(caller: string, field: string, openingId: string, more: object = {}): Promise<OpeningSeen> {
    const { version } = (await read('administrator', openingId))!;
    return as(caller, field, { openingId, expectedVersion: version, ...more });
  }
  async function refused(caller: string, field: string, openingId: string, more: object = {}): Promise<string> {
    const opening = await read('administrator', openingId);
    const expectedVersion = field === 'assessCandidate' ? {} : { expectedVersion: opening?.version ?? 1 };
    return house.refusal(caller, onOpening(field, 'code'), { input: { openingId, ...expectedVersion, ...more } });
  }
  const create = (unit = 'West One', more: object = {}, caller = 'Feng') =>
    as(caller, 'createOpening', {
      ...{ unitId: unitId(unit), role: 'TEAM_LEADER', neededFrom: '2026-04-01', reason: 'VACANT' },
      ...{ headline: 'Leads West One', criteria: CRITERIA, ...more },
    });
  /** A published opening with candidates. */
  async function published(candidates: string[], unit = 'West One', more: object = {}): Promise<OpeningSeen> {
    const { id } = await create(unit, more, 'Wang');
    let opening = await change('Wang', 'publishOpening', id);
    for (const code of candidates) {
      opening = await change('Wang', 'nominateCandidate', id, { employeeId: personId(code), why: `knows ${code}` });
    }
    return opening;
  }
  const assess = (caller: string, openingId: string, code: string, marks: object[], more: object = {}) =>
    as(caller, 'assessCandidate', { openingId, employeeId: personId(code), marks, ...more });
  /** An opening decided for a candidate, whom two have assessed. */
  async function decidedFor(code: string, unit = 'West One', more: object = {}): Promise<OpeningSeen> {
    const { id } = await published([code], unit, more);
    for (const assessor of ['Wang', 'Deng']) await assess(assessor, id, code, marksOf(80, 70));
    await change('Wang', 'shortlistCandidate', id, { employeeId: personId(code) });
    await change('Wang', 'closeShortlist', id);
    return change('Wang', 'decideOpening', id, { employeeId: personId(code), reason: 'the best' });
  }

  /** Gives up whatever is still to be filled. */
  async function cancelAll(): Promise<void> {
    const document = '{ openings(states: [DRAFT, OPEN, SHORTLISTED, DECIDED]) { nodes { id } } }';
    const found = await house.answer<{ openings: { nodes: { id: string }[] } }>('administrator', document);
    for (const { id } of found.openings.nodes) await change('administrator', 'cancelOpening', id, { reason: 'over' });
  }

  return { as, read, change, refused, create, published, assess, decidedFor, cancelAll };
}
