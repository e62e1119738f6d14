export {
  type AggregateDocument,
  type AggregateStore,
  aggregateFields,
  aggregateStore,
  type Change,
  type Given,
  MAX_PENDING,
  type WriteOptions,
  type WriteResult,
} from './aggregate-store.ts';
export { atomically } from './atomically.ts';
export { type Consumer, defineConsumer } from './consumer.ts';
export { type EventData, type EventType, eventContracts } from './contracts/index.ts';
export type { DeadLetter } from './dead-letters.ts';
export type { DomainEvent, EventOf } from './event.ts';
export {
  createEventBus,
  type EventBus,
  type EventBusOptions,
  type EventTiming,
  ensureEventIndexes,
} from './event-bus.ts';
export { type EventTrail, eventTrailOf, type TrailFilter, type TrailPage } from './event-trail.ts';
export { eventResolvers, eventTypeDefs } from './graph-face.ts';
export { applyProjection, applyProjections, type ProjectedDocument } from './projection.ts';
export type { EventFlow, EventStatus } from './status.ts';
export { createTestEventBus, type TestEventBus } from './test-bus.ts';
