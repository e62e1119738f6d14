import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stateDiagram } from '@salesgraph/service-kit';
import {
  CANDIDATE_MOVES,
  CANDIDATE_STATES,
  candidateMove,
  LIVE_STATES,
  OPENING_MOVES,
  OPENING_STATES,
  openingMove,
} from './states.ts';

/** Written by hand: the mutation, and from where it leads where; from everywhere else it is refused. */
const OPENING_TABLE: Record<string, Record<string, string>> = {
  publishOpening: { DRAFT: 'OPEN' },
  closeShortlist: { OPEN: 'SHORTLISTED' },
  reopenOpening: { SHORTLISTED: 'OPEN', CANCELLED: 'OPEN' },
  decideOpening: { SHORTLISTED: 'DECIDED' },
  declineDecision: { DECIDED: 'SHORTLISTED' },
  appointLeader: { DECIDED: 'FILLED' },
  revokeAppointment: { FILLED: 'DECIDED' },
  cancelOpening: { DRAFT: 'CANCELLED', OPEN: 'CANCELLED', SHORTLISTED: 'CANCELLED', DECIDED: 'CANCELLED' },
};

describe('an opening', () => {
  test.each(Object.keys(OPENING_TABLE).flatMap((by) => OPENING_STATES.map((from) => [by, from] as const)))(
    '%s leads from %s where the table says, or nowhere',
    (by, from) => {
      const move = openingMove(from, by);
      const to = OPENING_TABLE[by]![from];
      expect(move).toMatchObject(to ? { to } : { field: 'state', code: 'CONFLICT' });
    },
  );

  test('knows no other mutations, and is live until it is filled or given up', () => {
    expect([...new Set(OPENING_MOVES.map(({ by }) => by))].sort()).toEqual(Object.keys(OPENING_TABLE).sort());
    expect(OPENING_STATES.filter((state) => !LIVE_STATES.includes(state))).toEqual(['FILLED', 'CANCELLED']);
  });

  test('is decided, filled and undone only by those who decide', () => {
    const deciding = OPENING_MOVES.filter(({ action }) => action === 'appointment.decide');
    expect(deciding.map(({ from, to }) => `${from} ${to}`)).toEqual([
      ...['SHORTLISTED DECIDED', 'DECIDED SHORTLISTED', 'DECIDED FILLED', 'FILLED DECIDED', 'DECIDED CANCELLED'],
    ]);
  });
});

/** By candidate's state and mutation: in which states of the opening it can be done. */
const CANDIDATE_TABLE: [string, string, string, string[]][] = [
  ['NOMINATED', 'shortlistCandidate', 'SHORTLISTED', ['OPEN']],
  ['NOMINATED', 'rejectCandidate', 'REJECTED', ['OPEN', 'SHORTLISTED']],
  ['NOMINATED', 'withdrawCandidate', 'WITHDRAWN', ['OPEN', 'SHORTLISTED', 'DECIDED']],
  ['SHORTLISTED', 'rejectCandidate', 'REJECTED', ['OPEN', 'SHORTLISTED']],
  ['SHORTLISTED', 'withdrawCandidate', 'WITHDRAWN', ['OPEN', 'SHORTLISTED', 'DECIDED']],
  ['SHORTLISTED', 'declineDecision', 'WITHDRAWN', ['DECIDED']],
  ['REJECTED', 'nominateCandidate', 'NOMINATED', ['OPEN']],
  ['WITHDRAWN', 'nominateCandidate', 'NOMINATED', ['OPEN']],
];

test('a candidate moves where the table says and nowhere else', () => {
  for (const from of CANDIDATE_STATES) {
    for (const by of new Set(CANDIDATE_MOVES.map((move) => move.by))) {
      for (const during of OPENING_STATES) {
        const line = CANDIDATE_TABLE.find((one) => one[0] === from && one[1] === by && one[3].includes(during));
        const expected = line ? { to: line[2] } : { code: 'CONFLICT' };
        expect([from, by, during, candidateMove(from, by, during)]).toMatchObject([from, by, during, expected]);
      }
    }
  }
});

test.each([
  ['openings', OPENING_MOVES],
  ['candidates', CANDIDATE_MOVES],
])('docs/openings.md shows the table of %s', (_, moves) => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/openings.md'), 'utf8');
  expect(page).toContain(`\`\`\`mermaid\n${stateDiagram(moves)}\n\`\`\``);
});
