import { type Day, exists, isDay } from './day.ts';

/** How a day may be written: as ISO 8601 has it, or month first as is the custom in the United States. */
export type DayFormat = 'YYYY-MM-DD' | 'M/D/YYYY';

/**
 * Reads a day strictly: the whole text, digits only, a day that exists; `1/2/2017` and `01/02/2017` are the same day.
 * @param formats those that are accepted, `YYYY-MM-DD` alone unless said otherwise
 * @returns null for anything else
 */
export function parseDay(text: string, formats: readonly DayFormat[] = ['YYYY-MM-DD']): Day | null {
  if (formats.includes('YYYY-MM-DD') && isDay(text)) return text;
  const match = formats.includes('M/D/YYYY') ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) : null;
  if (!match) return null;
  const [, month, day, year] = match as unknown as [string, string, string, string];
  if (!exists(Number(year), Number(month), Number(day))) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
