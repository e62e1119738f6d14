type Rounding = (twiceRest: bigint, denominator: bigint, quotient: bigint) => boolean;

/** Divides exactly and rounds the absolute value once, at the end. */
function divide(numerator: bigint, denominator: bigint, places: number, up: Rounding): string {
  if (denominator === 0n) throw new RangeError('A ratio over 0 has no value');
  if (!Number.isInteger(places) || places < 0) throw new RangeError(`Not a number of places: ${places}`);
  const negative = numerator < 0n !== denominator < 0n;
  const over = absolute(denominator);
  const scaled = absolute(numerator) * 10n ** BigInt(places);
  let quotient = scaled / over;
  if (up((scaled % over) * 2n, over, quotient)) quotient += 1n;
  const digits = String(quotient).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = negative && quotient !== 0n ? '-' : '';
  return `${sign}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

const absolute = (value: bigint) => (value < 0n ? -value : value);

/**
 * A ratio as a decimal, rounded half to even: 1/3 is `0.333333`. This is how the graph shows ratios.
 * @throws RangeError when the denominator is 0
 */
export const formatRatio = (numerator: bigint, denominator: bigint, places = 6): string =>
  divide(
    numerator,
    denominator,
    places,
    (twice, over, quotient) => twice > over || (twice === over && quotient % 2n === 1n),
  );

/**
 * A ratio as a decimal, rounded half up, away from 0: 1/8 with 2 places is `0.13`. This is how scores are rounded.
 * @throws RangeError when the denominator is 0
 */
export const ratioHalfUp = (numerator: bigint, denominator: bigint, places: number): string =>
  divide(numerator, denominator, places, (twice, over) => twice >= over);
