/** Redis for one machine: a given one, one on the PATH, or one fetched from the distribution's own packages. */
export { findRedisServer, type RedisProgram, RedisUnavailable } from './program.ts';
export { type RedisOptions, type RunningRedis, redisArguments, startRedis } from './server.ts';
