import { type Doc, isNullish, Regex, typeName, type Value } from '../bson/values.ts';
import { fail, MongoError } from '../errors.ts';
import { compileRegex } from '../matcher/regex.ts';
import { namedOperands } from './arguments.ts';
import { constantOf, type Expr } from './compile.ts';
import { type Build, register } from './registry.ts';

/** The parts that `$regexFind`, `$regexFindAll` and `$regexMatch` share. */
function regexOperator(name: string, onNull: Value, apply: (pattern: RegExp, text: string) => Value): Build {
  return (operand, scope) => {
    const fields = namedOperands(name, operand, scope, ['input', 'regex'], ['options'], {
      notObject: 51103,
      unknown: 31024,
      missing: { input: 31022, regex: 31023 },
    });
    const input = fields.input as Expr;
    const regex = fields.regex as Expr;
    const { options } = fields;
    const fixed =
      constantOf(regex) && (!options || constantOf(options))
        ? patternOf(name, regex(null), options?.(null))
        : undefined;
    return (root) => {
      const text = input(root);
      if (!isNullish(text) && typeof text !== 'string') fail(51104, `${name} needs 'input' to be of type string`);
      const pattern = fixed ?? patternOf(name, regex(root), options?.(root));
      if (isNullish(text) || !pattern) return onNull;
      pattern.lastIndex = 0;
      return apply(pattern, text as string);
    };
  };
}

function patternOf(name: string, regex: Value, options: Value): RegExp | undefined {
  if (isNullish(regex)) return undefined;
  if (typeof regex !== 'string' && !(regex instanceof Regex))
    fail(51105, `${name} needs 'regex' to be of type string or regex, not ${typeName(regex)}`);
  if (!isNullish(options) && typeof options !== 'string') fail(51106, `${name} needs 'options' to be of type string`);
  const own = regex instanceof Regex ? regex.options : '';
  if (own !== '' && !isNullish(options))
    fail(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
  const pattern = regex instanceof Regex ? regex.pattern : regex;
  if (pattern.includes('\0')) fail(51109, `${name}: regular expression cannot contain an embedded null byte`);
  try {
    const compiled = compileRegex(pattern, isNullish(options) ? own : (options as string));
    return new RegExp(compiled.source, `${compiled.flags}g`);
  } catch (error) {
    if (error instanceof MongoError && error.code === 51091) fail(51111, error.message);
    throw error;
  }
}

/** `{match, idx, captures}`; the index counts code points. */
function found(match: RegExpExecArray, text: string): Doc {
  return new Map<string, Value>([
    ['match', match[0]],
    ['idx', [...text.slice(0, match.index)].length],
    ['captures', match.slice(1).map((capture) => capture ?? null)],
  ]);
}

register({
  $regexMatch: regexOperator('$regexMatch', false, (pattern, text) => pattern.test(text)),
  $regexFind: regexOperator('$regexFind', null, (pattern, text) => {
    const match = pattern.exec(text);
    return match ? found(match, text) : null;
  }),
  $regexFindAll: regexOperator('$regexFindAll', [], (pattern, text) =>
    [...text.matchAll(pattern)].map((match) => found(match, text)),
  ),
});
