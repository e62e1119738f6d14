import { type Day, exists, isDay } from './day.ts';

/** How a day may be written: as ISO 8601 has it, month first as in the United States, or year first as spreadsheets in China do. */
export type DayFormat = 'YYYY-MM-DD' | 'M/D/YYYY' | 'YYYY/M/D';

const SLASHED = {
  'M/D/YYYY': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  'YYYY/M/D': /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
} as const;

/**
 * Reads a day strictly: the whole text, digits only, a day that exists; `1/2/2017` and `01/02/2017` are the same day.
 * @param formats those that are accepted, `YYYY-MM-DD` alone unless said otherwise
 * @returns null for anything else
 */
export function parseDay(text: string, formats: readonly DayFormat[] = ['YYYY-MM-DD']): Day | null {
  if (formats.includes('YYYY-MM-DD') && isDay(text)) return text;
  for (const format of ['M/D/YYYY', 'YYYY/M/D'] as const) {
    const { year, month, day } = (formats.includes(format) && SLASHED[format].exec(text)?.groups) || {};
    if (year && month && day && exists(Number(year), Number(month), Number(day))) {
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }
  }
  return null;
}
