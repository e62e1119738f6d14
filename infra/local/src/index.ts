/** What the tests share with the local stack: a Redis for one machine. `npm start` itself is src/main.ts. */
export { findRedisServer, type RedisProgram, RedisUnavailable, type RunningRedis, startRedis } from './redis/index.ts';
