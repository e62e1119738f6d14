import { expect, test } from '@jest/globals';
import type { ServiceName, Settlement } from '../mapping/mapping.ts';
import type { GraphClient } from './client.ts';
import { type EventFlow, type EventStatus, lagsOf, NotSettled, settle } from './settling.ts';

const DEALS = 'customers.opportunity.changed';
const flow = (count: number, hash = `h${count}`): EventFlow => ({ producer: 'customers', type: DEALS, count, hash });
const settlement: Settlement = { producer: 'customers', consumers: ['performance'], types: [DEALS] };

const lags = (told: EventFlow[], taken: EventFlow[]) =>
  lagsOf(
    [settlement],
    (service: ServiceName): EventStatus => ({
      pending: 0,
      produced: service === 'customers' ? told : [],
      consumed: service === 'performance' ? taken : [],
    }),
  ).map(({ taken: count, told: all }) => [count, all]);

test('who has taken over everything is not behind', () => {
  expect(lags([flow(5)], [flow(5)])).toEqual([]);
  expect(lags([], [])).toEqual([]);
});

test('fewer events, other events and none at all are behind', () => {
  expect(lags([flow(5)], [flow(3)])).toEqual([[3, 5]]);
  expect(lags([flow(5)], [flow(5, 'other')])).toEqual([[4, 5]]);
  expect(lags([flow(5)], [])).toEqual([[0, 5]]);
});

test('of several consumers in a service all must have taken over', () => {
  expect(lags([flow(5)], [flow(5), flow(2)])).toEqual([[2, 5]]);
  expect(lags([flow(5)], [flow(5), flow(5)])).toEqual([]);
});

test('waiting ends with a reason when nothing moves', async () => {
  const status = (taken: number) => ({
    customersEvents: { pending: 0, produced: [flow(5)], consumed: [] },
    performanceEvents: { pending: 0, produced: [], consumed: [flow(taken)] },
  });
  const client = (answers: number[]): GraphClient => ({
    url: 'http://graph',
    ask: async <T>() => status(answers.length > 1 ? answers.shift()! : answers[0]!) as T,
    tell: () => Promise.reject(new Error('not asked for')),
  });
  await settle([settlement], { client: client([1, 3, 5]), patienceMs: 400 });
  const stuck = settle([settlement], { client: client([1, 3]), patienceMs: 400 });
  await expect(stuck).rejects.toThrow(NotSettled);
  await expect(stuck).rejects.toThrow('performance has taken over 3 of 5 events');
});
