/** What an event tells of a change. Pure functions over plain data. */
import type { DomainEvent } from '@salesgraph/events';
import { type Difference, differencesOf } from './differences.ts';

/** A field that differs since a change, with its values hidden where they are nobody's business. */
export interface AuditChange extends Difference {
  masked: boolean;
}

const MASK = '•••';

/** Fields, by type of event, that an audit tells of without showing them: what assessors say of candidates. */
const MASKED: Readonly<Record<string, RegExp>> = {
  'organization.assessment.changed': /^marks\.\d+\.(?:mark|comment)$/,
};

interface Told {
  change?: { action: string; reason: string | null } | null;
}

const told = ({ data }: DomainEvent): Told => (data ?? {}) as Told;

/** What was done; null of events from before this was kept. */
export const actionOf = (event: DomainEvent): string | null => told(event).change?.action ?? null;

export const reasonOf = (event: DomainEvent): string | null => told(event).change?.reason ?? null;

/** Whether something recorded wrongly was put right, as `unit.correct` does. */
export const isCorrection = (event: DomainEvent): boolean => actionOf(event)?.endsWith('.correct') ?? false;

/** `organization.employee.changed` tells of an `employee`. */
export const kindOf = (eventType: string): string => eventType.split('.')[1] ?? eventType;

/** What is different since an event. @param before the event before it, of the same thing; null for its first one */
export function changesOf(event: DomainEvent, before: DomainEvent | null): AuditChange[] {
  const state = (one: DomainEvent | null) => {
    const { change: _, ...rest } = (one?.data ?? {}) as Record<string, unknown>;
    return rest;
  };
  const mask = (value: string | null) => (value === null ? null : MASK);
  return differencesOf(state(before), state(event)).map((difference) =>
    MASKED[event.type]?.test(difference.path)
      ? { ...difference, before: mask(difference.before), after: mask(difference.after), masked: true }
      : { ...difference, masked: false },
  );
}
