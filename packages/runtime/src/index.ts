export type { CreateService, GraphContext, ServiceDefinition, ServiceDeps } from './definition.ts';
export { type RunServiceOptions, runService } from './run-service.ts';
export { createServiceForTest, type ServiceForTest, type ServiceForTestOptions } from './service-for-test.ts';
