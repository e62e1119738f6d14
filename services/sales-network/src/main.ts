import { runService } from '@salesgraph/runtime';
import { createSalesNetworkService } from './service.ts';

await runService({ name: 'sales-network', create: createSalesNetworkService });
