import { runService } from '@salesgraph/runtime';
import { createOrganizationService } from './service.ts';

await runService({ name: 'organization', create: createOrganizationService });
