/** Beside the graph on a developer's machine: the local issuer of tokens and the dashboard of the queues. */
import { readFile } from 'node:fs/promises';
import type { JWK } from 'jose';
import { createConsole } from './server.ts';

const required = (name: string): string => {
  const value = process.env[name];
  if (value) return value;
  process.stderr.write(`error: ${name} is not set\n`);
  return process.exit(1);
};

if (process.env.NODE_ENV === 'production') {
  process.stderr.write(
    'error: NODE_ENV is production: this issuer hands out tokens to anybody and must not run there\n',
  );
  process.exit(1);
}

const server = await createConsole({
  key: JSON.parse(await readFile(required('ISSUER_KEY_FILE'), 'utf8')) as JWK,
  issuer: required('JWT_ISSUER'),
  audience: required('JWT_AUDIENCE'),
  graphUrl: required('GRAPH_URL'),
  redisUrl: required('REDIS_URL'),
  prefix: process.env.REDIS_PREFIX || 'salesgraph',
  peopleFile: process.env.PEOPLE_FILE,
});

process.once('SIGTERM', async () => {
  await server.close();
  process.exit(0);
});
await server.listen({ host: '127.0.0.1', port: Number(required('CONSOLE_PORT')) });
process.stdout.write(`listening on ${required('CONSOLE_PORT')}\n`);
