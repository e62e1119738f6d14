import { runService } from '@salesgraph/runtime';
import { createCustomersService } from './service.ts';

await runService({ name: 'customers', create: createCustomersService });
