import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { graphiqlPage } from './page.ts';

export interface GraphiqlOptions {
  /** Where people and their tokens come from; without it the page asks for a token. */
  issuerUrl: string | undefined;
}

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** The files that the page loads, all from this installation: it works without a network. */
const assets = (): Record<string, { root: string; file: string }> => ({
  'react.js': { root: join(folderOf('react'), 'umd'), file: 'react.production.min.js' },
  'react-dom.js': { root: join(folderOf('react-dom'), 'umd'), file: 'react-dom.production.min.js' },
  'graphiql.js': { root: folderOf('graphiql'), file: 'graphiql.min.js' },
  'graphiql.css': { root: folderOf('graphiql'), file: 'graphiql.min.css' },
  'page.js': { root: join(import.meta.dirname, 'assets'), file: 'page.js' },
  'examples.js': { root: join(import.meta.dirname, 'assets'), file: 'examples.js' },
  'page.css': { root: join(import.meta.dirname, 'assets'), file: 'page.css' },
});

/** `/graphiql`, and `/` that leads to it. */
export async function registerGraphiql(app: FastifyInstance, { issuerUrl }: GraphiqlOptions): Promise<void> {
  const files = assets();
  await app.register(fastifyStatic, { root: join(import.meta.dirname, 'assets'), serve: false });
  const policy = [
    "default-src 'self'",
    `connect-src 'self'${issuerUrl ? ` ${new URL(issuerUrl).origin}` : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

  app.get('/', (_request, reply) => reply.redirect('/graphiql'));
  app.get('/graphiql', (_request, reply) =>
    reply
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .type('text/html; charset=utf-8')
      .send(graphiqlPage({ issuerUrl: issuerUrl?.replace(/\/$/, '') ?? null })),
  );
  app.get<{ Params: { name: string } }>('/graphiql/:name', (request, reply) => {
    const asset = Object.hasOwn(files, request.params.name) ? files[request.params.name] : undefined;
    if (!asset) return reply.code(404).send({ message: 'There is no such file.' });
    return reply.header('x-content-type-options', 'nosniff').sendFile(asset.file, asset.root);
  });
}
