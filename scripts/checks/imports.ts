import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { type Check, ROOT } from './check.ts';

const FOLDERS = ['gateway', 'services', 'packages', 'infra', 'test', 'scripts'];
/** A cruise that sees fewer modules than this sees nothing: a parser that fails says nothing and finds no fault. */
const FEWEST_MODULES = 150;

async function violations(baseDir: string, folders: string[]): Promise<{ modules: number; faults: string[] }> {
  const options: ICruiseOptions = await extractOptions(join(ROOT, '.dependency-cruiser.cjs'));
  const { output } = await cruise(folders, { ...options, baseDir, validate: true }, options.enhancedResolveOptions);
  const { modules, summary } = output as ICruiseResult;
  const own = modules.filter(({ source }) => !source.includes('node_modules'));
  return {
    modules: own.length,
    faults: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}

export const importRules: Check = {
  name: 'import rules',
  async run() {
    const { modules, faults } = await violations(ROOT, FOLDERS);
    return modules < FEWEST_MODULES
      ? [`only ${modules} modules were seen, at least ${FEWEST_MODULES} are there`, ...faults]
      : faults;
  },
};

/** A house of a few files in which every rule is broken once; the right-hand side is what must be caught. */
const BROKEN_HOUSE: Record<string, string> = {
  'services/north/src/service.ts': "import { south } from '../../south/src/service.ts';\nexport const north = south;",
  'services/south/src/service.ts': 'export const south = 1;',
  'services/south/src/rules.ts': "import mongoose from 'mongoose';\nexport const model = mongoose;",
  'services/south/src/rules.store.ts': "import mongoose from 'mongoose';\nexport const model = mongoose;",
  'services/south/src/deep.ts':
    "import { day } from '../../../packages/calendar/src/day.ts';\nexport const deep = day;",
  'services/south/src/started.ts': "export * from '../../../packages/testing/src/index.ts';",
  'packages/testing/src/index.ts': 'export const start = 1;',
  'packages/calendar/src/index.ts': "export { day } from './day.ts';\nexport { up } from './up.ts';",
  'packages/calendar/src/day.ts': 'export const day = 1;',
  'packages/calendar/src/up.ts': "export { kit as up } from '../../service-kit/src/index.ts';",
  'packages/calendar/src/gone.ts': "export { gone } from './nowhere.ts';",
  'packages/service-kit/src/index.ts': "export const kit = 1;\nexport { other } from './other.ts';",
  'packages/service-kit/src/other.ts': "import { kit } from './index.ts';\nexport const other = () => kit;",
  'packages/jobs/src/index.ts': "export { south } from '../../../services/south/src/service.ts';",
  'gateway/src/index.ts': "export { south } from '../../services/south/src/service.ts';",
  'package.json': '{ "name": "broken-house", "dependencies": { "mongoose": "1.0.0" } }',
};

const EXPECTED = [
  'gateway/src/index.ts services-and-gateway-import-only-packages',
  'packages/calendar/src/gone.ts imports-resolve',
  'packages/calendar/src/up.ts packages-point-down-from-calendar',
  'packages/jobs/src/index.ts packages-import-no-service',
  'packages/service-kit/src/index.ts no-cycles',
  'services/north/src/service.ts services-do-not-import-services',
  'services/south/src/deep.ts no-deep-imports',
  'services/south/src/rules.ts only-stores-touch-mongoose',
  'services/south/src/started.ts product-code-does-not-import-testing',
];

/** Proves that the rules bite: a rule whose pattern no longer matches anything would otherwise pass for ever. */
export const importRulesBite: Check = {
  name: 'import rules catch what they forbid',
  async run() {
    const house = await mkdtemp(join(tmpdir(), 'salesgraph-rules-'));
    try {
      for (const [file, text] of Object.entries(BROKEN_HOUSE)) {
        await mkdir(dirname(join(house, file)), { recursive: true });
        await writeFile(join(house, file), `${text}\n`);
      }
      const fromKit = createRequire(join(ROOT, 'packages/service-kit/package.json'));
      await mkdir(join(house, 'node_modules'));
      await symlink(dirname(fromKit.resolve('mongoose/package.json')), join(house, 'node_modules/mongoose'), 'dir');
      const { faults } = await violations(house, ['gateway', 'services', 'packages']);
      const caught = new Set(faults.map((fault) => fault.replace(/^([^:]+): (\S+) .*$/, '$2 $1')));
      const allowed = [...caught].filter((each) => each.startsWith('services/south/src/rules.store.ts'));
      return [
        ...EXPECTED.filter((each) => !caught.has(each)).map((each) => `not caught: ${each}`),
        ...allowed.map((each) => `caught although it is allowed: ${each}`),
      ];
    } finally {
      await rm(house, { recursive: true, force: true });
    }
  },
};

/** Every package named in the rules exists, so a renamed package does not slip out of them. */
export const importRulesAreCurrent: Check = {
  name: 'import rules name the packages there are',
  async run() {
    const text = await readFile(join(ROOT, '.dependency-cruiser.cjs'), 'utf8');
    const folders = (await readdir(join(ROOT, 'packages'))).filter((name) => name !== 'testing');
    return folders
      .filter((name) => !text.includes(`'${name}'`))
      .map((name) => `packages/${name} is in no layer of .dependency-cruiser.cjs`);
  },
};
