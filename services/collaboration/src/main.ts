import { runService } from '@salesgraph/runtime';
import { createCollaborationService } from './service.ts';

await runService({ name: 'collaboration', create: createCollaborationService });
