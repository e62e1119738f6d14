import { fail } from '../errors.ts';
import { compareStrings } from './compare.ts';
import { isNumeric, toNumber } from './numbers.ts';
import { type Doc, typeName, type Value } from './values.ts';

const OPTIONS = [
  'locale',
  'strength',
  'caseLevel',
  'caseFirst',
  'numericOrdering',
  'alternate',
  'maxVariable',
  'backwards',
  'normalization',
];

const SENSITIVITY = ['base', 'accent', 'variant', 'variant', 'variant'] as const;

/** The order of a language for strings. Without one they are compared by their bytes. */
export class Collation {
  private readonly collator: Intl.Collator;
  private readonly identical: boolean;
  /** One string of each class of equal ones, in order, and where each string that was met belongs. */
  private readonly representatives: string[] = [];
  private readonly known = new Map<string, string>();

  private constructor(collator: Intl.Collator, identical: boolean) {
    this.collator = collator;
    this.identical = identical;
  }

  /** Compiles a collation document; undefined for the simple one. Codes 2, 9, 14 and 40414 for what is malformed. */
  static of(spec: Doc): Collation | undefined {
    if (spec.size === 0) return undefined;
    for (const key of spec.keys())
      if (!OPTIONS.includes(key)) fail(40415, `BSON field 'collation.${key}' is an unknown field.`);
    const locale = spec.get('locale');
    if (locale === undefined) fail(40414, "BSON field 'collation.locale' is missing but a required field");
    if (typeof locale !== 'string') fail(14, `Field 'locale' must be of type string, not ${typeName(locale)}`);
    const strength = strengthOf(spec.get('strength'));
    if (locale === 'simple') {
      if (spec.size > 1) fail(2, "Collation with locale 'simple' takes no other options");
      return undefined;
    }
    for (const unsupported of ['backwards'])
      if (spec.get(unsupported) === true) fail(115, `collation option '${unsupported}' is not supported`);
    const caseFirst = spec.get('caseFirst') ?? 'off';
    if (caseFirst !== 'upper' && caseFirst !== 'lower' && caseFirst !== 'off')
      fail(2, `Field 'caseFirst' must be 'upper', 'lower' or 'off'`);
    const alternate = spec.get('alternate') ?? 'non-ignorable';
    if (alternate !== 'shifted' && alternate !== 'non-ignorable')
      fail(2, "Field 'alternate' must be 'non-ignorable' or 'shifted'");
    return new Collation(
      new Intl.Collator(languageOf(locale), {
        sensitivity: strength === 1 && spec.get('caseLevel') === true ? 'case' : SENSITIVITY[strength - 1],
        caseFirst: caseFirst === 'off' ? 'false' : caseFirst,
        numeric: spec.get('numericOrdering') === true,
        ignorePunctuation: alternate === 'shifted',
      }),
      strength === 5,
    );
  }

  compare = (a: string, b: string): number =>
    this.collator.compare(a, b) || (this.identical ? compareStrings(a, b) : 0);

  /** A string that all equal ones share. */
  key = (text: string): string => {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    let low = 0;
    let high = this.representatives.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const c = this.compare(this.representatives[middle], text);
      if (c === 0) {
        this.known.set(text, this.representatives[middle]);
        return this.representatives[middle];
      }
      if (c < 0) low = middle + 1;
      else high = middle;
    }
    this.representatives.splice(low, 0, text);
    this.known.set(text, text);
    return text;
  };
}

function strengthOf(v: Value): number {
  if (v === undefined) return 3;
  const n = isNumeric(v) ? toNumber(v) : Number.NaN;
  if (!Number.isInteger(n) || n < 1 || n > 5)
    fail(isNumeric(v) ? 2 : 14, "Field 'strength' must be a whole number from 1 to 5");
  return n;
}

/** The tag of a locale such as `en_US` or `de@collation=phonebook`. Code 2 for one that is not known. */
function languageOf(locale: string): string {
  const [name, keywords] = locale.split('@');
  const variant = /collation=(\w+)/.exec(keywords ?? '')?.[1];
  const tag = name.replaceAll('_', '-') + (variant ? `-u-co-${variant.slice(0, 8)}` : '');
  try {
    if (Intl.Collator.supportedLocalesOf(tag).length > 0) return tag;
  } catch {
    // A malformed tag is an unknown locale.
  }
  return fail(2, `Field 'locale' is invalid in: { locale: "${locale}" }`);
}
