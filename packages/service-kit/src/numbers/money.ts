/** An amount as the graph shows it: `amount` in major units, exact. */
export interface Money {
  amount: string;
  currency: string;
}

/** The currencies of ISO 4217 that have other than 2 places. Intl follows the usage of shops, where it differs. */
const PLACES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

const known = new Set(Intl.supportedValuesOf('currency'));

/** Whether a text is the code of a currency (ISO 4217), such as `CNY`. */
export const isCurrency = (code: string): boolean => known.has(code);

/** How many places a currency has: 2 for CNY, 0 for JPY, 3 for KWD. @throws RangeError for an unknown currency */
export function currencyPlaces(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`Not a currency of ISO 4217: ${JSON.stringify(currency)}`);
  return PLACES[currency] ?? 2;
}

/**
 * An amount in major units, exact: 1250 fen are `12.50`.
 * @param minor a safe integer in minor units
 * @throws RangeError when it is none
 */
export function formatMinor(minor: number, currency: string): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Not an amount in minor units: ${minor}`);
  const places = currencyPlaces(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${minor < 0 ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

/**
 * Reads an amount in major units: `12.5` in CNY is 1250. Digits, one point, a leading minus; nothing else.
 * @returns null when it is no number, has more places than the currency (further zeros aside) or is not a safe integer
 * @throws RangeError for an unknown currency
 */
export function parseMinor(text: string, currency: string): number | null {
  const places = currencyPlaces(currency);
  const match = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return null;
  const minor = Number(`${match[2]}${fraction.padEnd(places, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] && minor !== 0 ? -minor : minor;
}

/** An amount for the graph. @throws RangeError */
export const money = (minor: number, currency: string): Money => ({ amount: formatMinor(minor, currency), currency });
