/** A document like those of the services: about 250 bytes of BSON, its numbers spread over the collection. */
export function sampleDocument(n: number) {
  return {
    code: `OPP-${String(n).padStart(8, '0')}`,
    agent: `agent-${n % 997}`,
    group: (n * 7919) % 10_000,
    amount: (n * 104_729) % 1_000_003,
    closedOn: new Date(1_500_000_000_000 + (n % 700) * 86_400_000),
    status: n % 3 === 0 ? 'WON' : 'LOST',
    note: 'The customer asked for a second offer with winter tyres and a longer warranty.',
  };
}
