export { defineJob, type JobContext, type JobDefinition, type JobSchedule, PermanentFailure } from './define-job.ts';
export { createJobs, type Jobs, type JobsOptions } from './jobs.ts';
export { connectRedis, RedisUnavailable, within } from './redis.ts';
export { closeWorker, durableWorkerOptions, type WorkerTiming } from './workers.ts';
