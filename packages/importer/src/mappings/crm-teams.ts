import { text } from '../mapping/columns.ts';
import { file } from '../mapping/mapping.ts';

/** What the CRM's money is in. */
export const CURRENCY = 'USD';

/** Who works in which team of which office. The same agent twice, even under another manager, is a contradiction: the first stands. */
export const teams = file('sales_teams', {
  keep: true,
  columns: {
    agent: text('sales_agent', { longest: 100 }),
    manager: text('manager', { longest: 80 }),
    office: text('regional_office', { longest: 80 }),
  },
  codeOf: ({ agent }) => agent,
});
