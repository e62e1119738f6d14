import { runService } from '@salesgraph/runtime';
import { createPerformanceService } from './service.ts';

await runService({ name: 'performance', create: createPerformanceService });
