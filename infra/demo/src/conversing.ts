import type { GraphClient } from '@salesgraph/importer';
import type { Conversation } from './company/rows.ts';

const OPEN = 'mutation Open($input: CreateChannelInput!) { createChannel(input: $input) { id } }';
const POST = 'mutation Post($input: PostMessageInput!) { postMessage(input: $input) { id } }';

/** The opaque ids of units or people, by code. */
async function idsOf(client: GraphClient, field: 'unit' | 'employee', codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const fields = codes.map((code, place) => `x${place}: ${field}(code: ${JSON.stringify(code)}) { id }`);
  const answer = await client.ask<Record<string, { id: string }>>(`query Ids { ${fields.join(' ')} }`);
  return new Map(codes.map((code, place) => [code, answer[`x${place}`]!.id]));
}

/**
 * Opens the channels and has everybody write in their own name, in order. Keys make a repeat harmless.
 * @param clientFor speaks to the graph as an employee
 */
export async function holdConversations(
  conversations: readonly Conversation[],
  clientFor: (code: string) => Promise<GraphClient>,
): Promise<void> {
  const administrator = await clientFor('administrator');
  const distinct = (codes: (string | null)[]) => [...new Set(codes)].filter((code) => code !== null);
  const [units, people] = await Promise.all([
    idsOf(administrator, 'unit', distinct(conversations.map(({ unitCode }) => unitCode))),
    idsOf(administrator, 'employee', distinct(conversations.flatMap(({ memberCodes }) => memberCodes ?? []))),
  ]);
  await Promise.all(
    conversations.map(async ({ opener, kind, name, unitCode, memberCodes, messages }, place) => {
      const input = {
        kind,
        name,
        unitId: unitCode && units.get(unitCode),
        memberIds: memberCodes?.map((code) => people.get(code)),
        idempotencyKey: `demo-channel-${place}`,
      };
      const { createChannel } = await (await clientFor(opener)).ask<{ createChannel: { id: string } }>(OPEN, { input });
      for (const [at, { author, text }] of messages.entries()) {
        const message = { channelId: createChannel.id, text, idempotencyKey: `demo-message-${place}-${at}` };
        await (await clientFor(author)).ask(POST, { input: message });
      }
    }),
  );
}
