import type { FastifyInstance } from 'fastify';
import type { Issuer } from './issuer.ts';
import type { ListedPerson } from './people.ts';

const USUAL_LIFETIME = 8 * 3600;
const LONGEST_LIFETIME = 24 * 3600;
const LONGEST_CODE = 200;

const tokenRequest = {
  type: 'object',
  required: ['as'],
  additionalProperties: false,
  properties: {
    as: { type: 'string', minLength: 1, maxLength: LONGEST_CODE },
    lifetimeSeconds: { type: 'integer', minimum: 1, maximum: LONGEST_LIFETIME },
  },
} as const;

/** `POST /token`, `GET /people` and the public key: the local stand-in for a company's identity provider. */
export function registerTokenRoutes(app: FastifyInstance, issuer: Issuer, people: () => Promise<ListedPerson[]>): void {
  app.post<{ Body: { as: string; lifetimeSeconds?: number } }>(
    '/token',
    { schema: { body: tokenRequest }, attachValidation: true },
    async (request, reply) => {
      if (request.validationError) {
        return reply.code(400).send({
          message: `Send {"as": "<employee code | administrator | importer>"}: ${request.validationError.message}`,
        });
      }
      const { as, lifetimeSeconds: lifetime = USUAL_LIFETIME } = request.body;
      reply.header('cache-control', 'no-store');
      return { token: await issuer.sign(as, lifetime), expiresIn: lifetime };
    },
  );

  app.get('/people', async () => [
    { code: 'administrator', name: 'Administrator', role: null, account: 'ADMINISTRATOR' },
    { code: 'importer', name: 'Importer', role: null, account: 'IMPORTER' },
    ...(await people()),
  ]);

  app.get('/.well-known/jwks.json', async () => issuer.jwks);
}
