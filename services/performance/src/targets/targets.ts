/** Targets: what a person or a unit is to reach of a metric in a month. Values are exact decimals. */
import { isMonth, type Month } from '@salesgraph/calendar';
import { currencyPlaces, idFromCode, parseDecimal } from '@salesgraph/service-kit';
import Fraction from 'fraction.js';
import { isMetricCode, type MetricDefinition, metricOf } from '../metrics/metrics.ts';

export type SubjectKind = 'EMPLOYEE' | 'UNIT';

/** What tells targets apart: there is one of each. */
export interface TargetKey {
  subjectKind: SubjectKind;
  subjectId: string;
  metric: string;
  month: Month;
}

export interface Target extends TargetKey {
  id: string;
  /** An exact decimal in its shortest form, such as `30000` or `0.6`: money in major units, ratios 0 to 1, days. */
  value: string;
  /** How often it was set, counted from 1. */
  version: number;
  updatedAt: Date;
  /** Who set it last: an employee's code or the name of a service account. */
  updatedBy: string;
}

/** The id of a target follows from what tells it apart, so that setting it twice finds the first. */
export const targetId = ({ subjectKind, subjectId, metric, month }: TargetKey): string =>
  idFromCode('tgt', JSON.stringify([subjectKind, subjectId, month, metric]));

/** What is wrong with a field of a target, to be read after the field's name. */
export interface TargetFault {
  field: 'metric' | 'month' | 'value';
  message: string;
}

const MOST_PLACES = 6;
const LARGEST = 10n ** 13n;

/** The bounds of a metric's values, both included; null for none beside the size. */
function boundsOf(definition: MetricDefinition | null): { least: bigint | null; most: bigint | null } {
  if (definition === null) return { least: null, most: null };
  if (definition.unit === 'RATIO') return { least: 0n, most: 1n };
  if (definition.code === 'NPS') return { least: -100n, most: 100n };
  if (definition.unit === 'POINTS') return { least: 0n, most: 100n };
  if (definition.unit === 'DAYS') return { least: 0n, most: 10_000n };
  return { least: 0n, most: null };
}

/** A decimal in its shortest form: `030.50` is `30.5`, `-0` is `0`. @returns null for what is no decimal */
export function shortest(text: string): string | null {
  const decimal = parseDecimal(text.trim());
  if (!decimal) return null;
  let { units, places } = decimal;
  for (; places > 0 && units % 10n === 0n; places -= 1) units /= 10n;
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

const placesOf = (value: string): number => value.split('.')[1]?.length ?? 0;

function valueFault(value: string, definition: MetricDefinition | null, currency: string): string | null {
  const places = definition?.unit === 'MONEY' ? currencyPlaces(currency) : MOST_PLACES;
  if (placesOf(value) > places) return `has more than ${places} decimal places`;
  const exact = new Fraction(value);
  const { least, most } = boundsOf(definition);
  if (least !== null && exact.lt(least)) return `is below ${least}`;
  if (most !== null && exact.gt(most)) return `is above ${most}`;
  return exact.abs().gt(LARGEST) ? 'is too large' : null;
}

/** What is wrong with a target apart from its subject; none when it can be taken. @param value as it was given */
export function targetFaults(
  target: { subjectKind: SubjectKind; metric: string; month: string; value: string },
  currency: string,
): TargetFault[] {
  const faults: TargetFault[] = [];
  const definition = metricOf(target.metric);
  if (!isMetricCode(target.metric)) {
    faults.push({ field: 'metric', message: 'is no code of a metric: capitals, digits and _, 50 at most' });
  } else if (definition?.unitsOnly && target.subjectKind === 'EMPLOYEE') {
    faults.push({ field: 'metric', message: 'is a metric of units only' });
  }
  if (!isMonth(target.month)) faults.push({ field: 'month', message: 'is no month, such as 2017-03' });
  const value = shortest(target.value);
  const message = value === null ? 'is no decimal number' : valueFault(value, definition, currency);
  if (message !== null) faults.push({ field: 'value', message });
  return faults;
}

/** A target's value as an exact fraction. */
export const exactValue = ({ value }: Pick<Target, 'value'>): Fraction => new Fraction(value);

/**
 * A unit's target of an amount: its own, else the sum of its members'.
 * @param members the targets of the people of the unit and of all units below it, one each
 * @returns null when nobody has one
 */
export function unitAmountTarget(
  own: Pick<Target, 'value'> | null,
  members: readonly Pick<Target, 'value'>[],
): Fraction | null {
  if (own) return exactValue(own);
  if (members.length === 0) return null;
  return members.reduce((sum, target) => sum.add(exactValue(target)), new Fraction(0));
}
