import type { Month } from '@salesgraph/calendar';
import { money, type PageArgs, pageOfArray } from '@salesgraph/service-kit';
import type { PerformanceContext } from '../loaders.ts';
import { measured, metricOf } from '../metrics/metrics.ts';
import type { Participation } from '../metrics/participations.ts';
import type { Card, CardIndicator } from '../scoring/cards.ts';
import { placeWithin } from '../scoring/cards.ts';
import type { ScoreRun } from '../scoring/runs.ts';
import type { RunShown } from '../scoring/scoring.resolvers.ts';
import { shownBasisPoints, shownHundredths, shownRatio, shownValue } from './display.ts';

/** An indicator with the card that it is on. */
interface IndicatorOfCard {
  card: Card;
  indicator: CardIndicator;
}

/** The part of a card's subject in a deal, with the metric that it is shown for. */
interface Credit {
  deal: Participation;
  metric: string;
  currency: string;
}

/** The run of a card, which is there as long as the card is. */
async function runOf({ runId }: Card, { loaders }: PerformanceContext): Promise<ScoreRun> {
  const run = await loaders.run.load(runId);
  if (!run) throw new Error(`The run ${runId} of a card is gone`);
  return run;
}

const currencyOf = async (card: Card, context: PerformanceContext): Promise<string> =>
  (await runOf(card, context)).currency!;

/** The card of a month, or the latest one. */
const scorecard = ({ id }: { id: string }, { period }: { period?: Month | null }, { loaders }: PerformanceContext) =>
  loaders.card.load({ subjectId: id, month: period ?? null });

/** The place of a card among its peers within a unit. */
const within = async ({ runId, group, id }: Card, unitId: string, { loaders }: PerformanceContext) =>
  placeWithin(id, await loaders.board.load({ runId, group, unitId }));

export const scorecardResolvers = () => ({
  Employee: { scorecard },
  OrgUnit: { scorecard },
  Scorecard: {
    __resolveReference: ({ id }: { id: string }, { loaders }: PerformanceContext) => loaders.cardById.load(id),
    period: ({ month }: Card) => month,
    employee: ({ subjectKind, subjectId }: Card) => (subjectKind === 'EMPLOYEE' ? { id: subjectId } : null),
    unit: ({ subjectKind, subjectId }: Card) => (subjectKind === 'UNIT' ? { id: subjectId } : null),
    score: ({ score }: Card) => shownHundredths(score),
    rank: async (card: Card, { within: unit }: { within?: string | null }, context: PerformanceContext) =>
      unit ? (await within(card, unit, context)).rank : ((await context.loaders.standing.load(card.id))?.rank ?? null),
    peers: async (card: Card, { within: unit }: { within?: string | null }, context: PerformanceContext) =>
      unit ? (await within(card, unit, context)).peers : ((await context.loaders.standing.load(card.id))?.peers ?? 0),
    indicators: (card: Card): IndicatorOfCard[] => card.indicators.map((indicator) => ({ card, indicator })),
    run: async (card: Card, _: unknown, context: PerformanceContext): Promise<RunShown> => ({
      run: await runOf(card, context),
      formulaId: card.formulaId,
    }),
  },
  Indicator: {
    metric: ({ indicator }: IndicatorOfCard) => indicator.metric,
    weight: ({ indicator }: IndicatorOfCard) => shownBasisPoints(indicator.weightBp),
    cap: ({ indicator }: IndicatorOfCard) => shownBasisPoints(indicator.capBp),
    actual: async ({ card, indicator }: IndicatorOfCard, _: unknown, context: PerformanceContext) =>
      shownValue(indicator.metric, indicator.actual, await currencyOf(card, context)),
    target: async ({ card, indicator }: IndicatorOfCard, _: unknown, context: PerformanceContext) =>
      shownValue(indicator.metric, indicator.target, await currencyOf(card, context)),
    attainment: ({ indicator }: IndicatorOfCard) => shownRatio(indicator.attainment),
    points: ({ indicator }: IndicatorOfCard) => shownHundredths(indicator.points),
    credits: async ({ card, indicator }: IndicatorOfCard, args: PageArgs, context: PerformanceContext) => {
      const run = await runOf(card, context);
      const currency = run.currency!;
      const { subjectKind: kind, subjectId, runId: _ } = card;
      const deals = await context.loaders.deals.load({ frozenId: run.frozenId!, kind, subjectId });
      const { credits } = measured(indicator.metric, deals, { currency, hasTargets: true });
      const rows = credits
        .map((deal): Credit => ({ deal, metric: indicator.metric, currency }))
        .sort((a, b) => (cursorOf(a).join(' ') < cursorOf(b).join(' ') ? -1 : 1));
      return pageOfArray(rows, args, cursorOf);
    },
  },
  ScoreCredit: {
    amount: ({ deal, metric, currency }: Credit) =>
      metricOf(metric)?.unit === 'MONEY' ? money(deal.amountMinor, currency) : null,
    share: ({ deal }: Credit) => shownBasisPoints(deal.shareBp),
    businessDate: ({ deal }: Credit) => deal.fact.closedOn,
    opportunity: ({ deal }: Credit, _: unknown, { loaders }: PerformanceContext) =>
      loaders.deal.load(deal.adjusts ?? deal.fact.id),
    outlet: ({ deal }: Credit) => (deal.fact.outletId === null ? null : { id: deal.fact.outletId }),
  },
});

const cursorOf = ({ deal }: Credit): string[] => [deal.fact.closedOn, deal.fact.id];
