import type { Regex } from '../bson/values.ts';
import { MongoError } from '../errors.ts';

/** A JavaScript regular expression with the meaning of MongoDB's PCRE pattern; code 51091 where there is none. */
export function compileRegex(pattern: string, options: string): RegExp {
  let flags = 'u';
  let source = pattern;
  let opts = options;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) {
    opts += inline[1];
    source = source.slice(inline[0].length);
  }
  for (const option of new Set(opts)) {
    if (option === 'i' || option === 'm' || option === 's') flags += option;
    else if (option === 'x') source = stripExtended(source);
    else if (option !== 'u') throw new MongoError(51108, `invalid flag in regex options: ${option}`);
  }
  source = source
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$')
    .replace(/\(\?P</g, '(?<')
    .replace(/\[:(\w+):\]/g, (all, name: string) => POSIX[name] ?? all);
  try {
    return new RegExp(source, flags);
  } catch {
    try {
      // PCRE takes escapes of ordinary characters, which only the non-unicode mode of JavaScript does.
      return new RegExp(source, flags.replace('u', ''));
    } catch (error) {
      throw new MongoError(51091, `Regular expression is invalid: ${(error as Error).message}`);
    }
  }
}

export function compile(regex: Regex): RegExp {
  return compileRegex(regex.pattern, regex.options);
}

const POSIX: Record<string, string> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9a-fA-F',
};

/** Removes the white space and comments that the `x` option ignores, outside classes and escapes. */
function stripExtended(source: string): string {
  let result = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === '\\') {
      result += c + (source[++i] ?? '');
      continue;
    }
    if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    if (!inClass && /\s/.test(c)) continue;
    if (!inClass && c === '#') {
      while (i < source.length && source[i] !== '\n') i++;
      continue;
    }
    result += c;
  }
  return result;
}

/** The literal text that every match begins with, for an index range; '' when there is none. */
export function literalPrefix(regex: Regex): string {
  if (regex.options !== '' || !regex.pattern.startsWith('^') || regex.pattern.includes('|')) return '';
  let prefix = '';
  for (let i = 1; i < regex.pattern.length; i++) {
    let c = regex.pattern[i];
    if (c === '\\') {
      c = regex.pattern[++i] ?? '';
      if (!/[^\w]/.test(c)) break;
    } else if ('.*+?()[]{}$^'.includes(c)) {
      break;
    }
    const next = regex.pattern[i + 1];
    if (next !== undefined && '*?{'.includes(next)) break;
    prefix += c;
  }
  return prefix;
}
