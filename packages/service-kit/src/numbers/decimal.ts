/** An exact decimal number: `units` times ten to the power of minus `places`. */
export interface ExactDecimal {
  units: bigint;
  places: number;
}

/** Reads a decimal number such as `12.50` exactly. @returns null for anything else */
export function parseDecimal(text: string): ExactDecimal | null {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] ? -units : units, places: fraction.length };
}

/**
 * Reads a decimal number as an integer of a fixed number of places: `0.25` with 4 places is 2500 (basis points).
 * @returns null for what is no number, has more places (further zeros aside) or is not a safe integer
 */
export function parseScaled(text: string, places: number): number | null {
  const decimal = parseDecimal(text);
  if (!decimal) return null;
  let { units, places: present } = decimal;
  for (; present > places && units % 10n === 0n; present -= 1) units /= 10n;
  if (present > places) return null;
  const scaled = Number(units * 10n ** BigInt(places - present));
  return Number.isSafeInteger(scaled) ? scaled : null;
}
