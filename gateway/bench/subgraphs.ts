/** All subgraphs of the shop in one process. An answer is computed once and kept: what is measured is the gateway. */
import { createServer } from 'node:http';
import { execute, parse } from 'graphql';
import { SDL, schemaOf } from './shop.ts';

const ports: Record<string, number> = {};
for (const name of Object.keys(SDL)) {
  const schema = schemaOf(name);
  const answers = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = Buffer.concat(chunks).toString();
      let answer = answers.get(body);
      if (!answer) {
        const { query, variables } = JSON.parse(body);
        const result = await execute({ schema, document: parse(query), variableValues: variables });
        answer = Buffer.from(JSON.stringify(result));
        answers.set(body, answer);
      }
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) ports[name] = address.port;
}
process.once('disconnect', () => process.exit());
process.send?.({ ports });
