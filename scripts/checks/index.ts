import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, programCheck, ROOT } from './check.ts';
import {
  dependenciesAreExplained,
  filesAreShort,
  lockfileNamesNoRegistry,
  noMachinePaths,
  readmesHold,
} from './hygiene.ts';
import { importRules, importRulesAreCurrent, importRulesBite } from './imports.ts';

export type { Check } from './check.ts';
export { ROOT } from './check.ts';

const modules = (...parts: string[]) => join(ROOT, 'node_modules', ...parts);

/** Everything that must hold before a test runs, the slowest first. `generate --check` includes the composition. */
export const checks: Check[] = [
  programCheck('types', [modules('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']),
  programCheck('generated files and composition', ['scripts/generate.ts', '--check']),
  importRules,
  importRulesBite,
  importRulesAreCurrent,
  programCheck('unused code and dependencies', [modules('knip/bin/knip.js'), '--no-progress', '--no-config-hints']),
  programCheck('format and lint', [
    modules('@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
    '--max-diagnostics=50',
    '.',
  ]),
  lockfileNamesNoRegistry,
  noMachinePaths,
  filesAreShort,
  readmesHold,
  dependenciesAreExplained,
];

if (!existsSync(modules('typescript'))) throw new Error('Dependencies are not installed: run this through npm');
