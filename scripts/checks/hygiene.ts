import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Check, ROOT } from './check.ts';

const execute = promisify(execFile);
const MOST_LINES = 400;

/** Files that git knows or would take: what a clone gets. Outside a clone there is nothing to look at. */
async function files(): Promise<string[]> {
  const { stdout } = await execute('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: ROOT,
    maxBuffer: 1 << 26,
  });
  return stdout.split('\0').filter(Boolean);
}

const read = (file: string) => readFile(join(ROOT, file), 'utf8').catch(() => '');

/** The lockfile installs from whatever registry the machine uses, so it names none. */
export const lockfileNamesNoRegistry: Check = {
  name: 'lockfile names no registry',
  async run() {
    const faults: string[] = [];
    (await read('pnpm-lock.yaml')).split('\n').forEach((line, index) => {
      if (/https?:\/\/|\btarball:|git\+|\bfile:\S/.test(line) && !/^\s*deprecated:/.test(line)) {
        faults.push(`pnpm-lock.yaml:${index + 1}: ${line.trim().slice(0, 160)}`);
      }
    });
    return faults;
  },
};

/** What belongs to the machine on which something was written: folders of people, addresses of package registries. */
const OF_A_MACHINE = [
  /(?:^|[\s'"`(=])\/(?:work|home|root|Users)\/\w/,
  /\bregistry\.[\w-]+\.\w|\bnpmjs\.(?:org|com)\b|^\s*(?:@[\w-]+:)?registry\s*=\s*http/,
];

/** Nothing committed depends on where it was written. */
export const noMachinePaths: Check = {
  name: 'no machine paths and no registry',
  async run() {
    const faults: string[] = [];
    for (const file of await files()) {
      const isText = /\.(ts|mjs|cjs|js|json|ya?ml|md|graphql|sh|css|csv)$|^\.ci\/|(^|\/)(Dockerfile|\.npmrc)$/.test(
        file,
      );
      if (!isText || file === 'scripts/checks/hygiene.ts') continue;
      (await read(file)).split('\n').forEach((line, index) => {
        if (OF_A_MACHINE.some((pattern) => pattern.test(line)))
          faults.push(`${file}:${index + 1}: ${line.trim().slice(0, 160)}`);
      });
    }
    return faults;
  },
};

/** A file holds one idea and fits a reader's head. */
export const filesAreShort: Check = {
  name: `files of at most ${MOST_LINES} lines`,
  async run() {
    const faults: string[] = [];
    for (const file of await files()) {
      if (!/\.(ts|mjs|cjs)$/.test(file) || file.includes('__generated__')) continue;
      const lines = (await read(file)).split('\n').length - 1;
      if (lines > MOST_LINES) faults.push(`${file} has ${lines} lines`);
    }
    return faults;
  },
};

/** Every package, service and the gateway says on a page what it is; relative links in every README lead somewhere. */
export const readmesHold: Check = {
  name: 'every package has a README and its links lead somewhere',
  async run() {
    const known = await files();
    const present = new Set(known);
    const faults: string[] = [];
    for (const file of known) {
      const folder = /^(.+)\/package\.json$/.exec(file)?.[1];
      if (folder && !present.has(`${folder}/README.md`)) faults.push(`${folder}/README.md is missing`);
      if (!file.endsWith('.md')) continue;
      for (const [, target] of (await read(file)).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (!target || /^[a-z]+:/.test(target)) continue;
        const path = join(file, '..', target).replace(/\/$/, '');
        if (path !== '.' && !present.has(path) && !known.some((each) => each.startsWith(`${path}/`)))
          faults.push(`${file}: ${target} leads nowhere`);
      }
    }
    return faults;
  },
};

/** Every dependency has a line that says what it is for and why it and not its rival. */
export const dependenciesAreExplained: Check = {
  name: 'every dependency is explained and pinned',
  async run() {
    const explained = await read('docs/dependencies.md');
    const faults: string[] = [];
    for (const file of (await files()).filter((each) => /(^|\/)package\.json$/.test(each))) {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(await read(file));
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
        if (version === 'workspace:*') continue;
        if (!/^\d+\.\d+\.\d+$/.test(String(version))) faults.push(`${file}: ${name} ${version} is not pinned`);
        const family = `\`${name.replace(/\/.*/, '')}/*\``;
        if (!explained.includes(`\`${name}\``) && !explained.includes(family))
          faults.push(`docs/dependencies.md has no line for ${name} (${file})`);
      }
    }
    return faults;
  },
};
