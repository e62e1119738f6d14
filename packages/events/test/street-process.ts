/**
 * A process of its own that carries the shop's events or takes them in at the neighbour's, for tests that kill it. Given
 * by its environment: ROLE (relay or consumer), SHOP, NEIGHBOUR (databases), PREFIX.
 */
import { connectMongo } from '@salesgraph/service-kit';
import { createEventBus } from '../src/index.ts';
import { copiesOf, itemsOf, QUICK, servers, silent } from './shop.ts';

const { ROLE, SHOP = '', NEIGHBOUR = '', PREFIX = '' } = process.env;
const { mongo, redis: redisUrl } = servers();
const common = { redisUrl, prefix: PREFIX, log: silent, timing: QUICK };

if (ROLE === 'relay') {
  const connection = await connectMongo(mongo, SHOP);
  const { model } = itemsOf(connection);
  const bus = await createEventBus({ ...common, service: 'shop', connection, outboxModels: [model], consumers: [] });
  await bus.startRelay();
} else {
  const connection = await connectMongo(mongo, NEIGHBOUR);
  const { consumer } = copiesOf(connection);
  const consumers = [consumer];
  const bus = await createEventBus({ ...common, service: 'neighbour', connection, outboxModels: [], consumers });
  await bus.startConsumers();
}
