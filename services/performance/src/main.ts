import { runService } from '@salesgraph/runtime';
import { loadConfig } from '@salesgraph/service-kit';
import { performanceConfig } from './config.ts';
import { createPerformanceService } from './service.ts';

const config = loadConfig(performanceConfig, process.env);
await runService({ name: 'performance', create: (deps) => createPerformanceService(deps, config) });
