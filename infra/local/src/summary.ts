import type { House } from './house.ts';
import type { Options } from './options.ts';
import type { Person } from './seed.ts';
import { SERVICE_NAMES } from './services.ts';

/** One line for programs. `pids` are those at the moment of readiness; run/processes.json has the current ones. */
export function readyLine(house: House, options: Options): string {
  const { addresses, ports, data } = house;
  const services = Object.fromEntries(
    SERVICE_NAMES.map((name) => [
      name,
      {
        url: `http://127.0.0.1:${ports.service[name].api.port}/graphql`,
        opsUrl: `http://127.0.0.1:${ports.service[name].ops.port}`,
        mongo: addresses.mongo[name],
        pids: options.split
          ? { api: house.pid(name, 'api'), worker: house.pid(name, 'worker') }
          : { api: house.pid(name, 'all'), worker: house.pid(name, 'all') },
      },
    ]),
  );
  return JSON.stringify({
    pid: process.pid,
    gateway: addresses.graph,
    issuer: addresses.console,
    services,
    mongo: { uri: addresses.mongo.organization, pid: house.pid('mongo', 'all') },
    redis: { url: addresses.redis, pid: house.pid('redis', 'all') },
    processesFile: data.processesFile,
    logs: data.logs,
  });
}

const MOST_PEOPLE = 12;

/** Pads to columns of a terminal, in which a Chinese character takes two. */
const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(1, columns - text.length - (text.match(/[\u1100-\uffe6]/g)?.length ?? 0)));

/** What somebody who has just typed `npm start` wants to know. */
export function friendlySummary(house: House, people: Person[], seconds: number): string {
  const { addresses, data } = house;
  const example = people[0]?.code ?? 'administrator';
  const width = Math.max(14, ...people.slice(0, MOST_PEOPLE).map(({ code }) => code.length + 2));
  const row = ({ code, name, role }: Person) => `    ${padded(code, width)}${padded(name, 18)}${role}`;
  const lines = [
    '',
    `Salesgraph is ready after ${seconds.toFixed(1)} s.`,
    '',
    `  The graph          ${addresses.graph}`,
    `  GraphiQL           ${addresses.graphiql}  (choose a person at the top)`,
    `  Queue dashboard    ${addresses.console}/queues  (sign in as administrator)`,
    '',
    `  A token            npm run --silent token -- "${example}"`,
    `  or                 curl -s ${addresses.console}/token -H 'content-type: application/json' -d '{"as":"${example}"}'`,
    '',
    '  Whose token you may ask for:',
    row({ code: 'administrator', name: 'service account', role: 'reads everything, administers' }),
    row({ code: 'importer', name: 'service account', role: 'imports' }),
    ...people.slice(0, MOST_PEOPLE).map(row),
  ];
  if (people.length > MOST_PEOPLE)
    lines.push(`    and ${people.length - MOST_PEOPLE} more: ${addresses.console}/people`);
  if (people.length === 0) lines.push(`    and every employee of the company, by code: ${addresses.console}/people`);
  lines.push('', `  Data in ${data.path}, logs in ${data.logs}. Ctrl-C stops everything.`, '');
  return lines.join('\n');
}
