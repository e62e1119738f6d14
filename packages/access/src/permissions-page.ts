import {
  ACCOUNTS,
  ACTIONS,
  type Account,
  type Action,
  isDelegable,
  type Reach,
  ROLES,
  type Role,
  reachOf,
} from './matrix.ts';
import { ROLE_DESCRIPTIONS } from './roles.ts';

/** What each action is, in words. */
const MEANING: Readonly<Record<Action, string>> = {
  'self.read': 'see oneself in the graph (`me`)',
  'permissions.read': 'see what somebody may do',
  'directory.read': 'see units, people, roles and leaders',
  'organization.write': 'change units and people, correct their history',
  'organization.audit': 'see who changed what in the organization',
  'access.report': 'see who reaches a record, and why',
  'delegation.write': 'have somebody stand in during an absence',
  'reporting.read': 'see span of control, vacancies, head count and transfers',
  'opening.read': 'see open leading positions and their candidates',
  'opening.write': 'open leading positions, nominate and shortlist candidates',
  'assessment.write': 'assess candidates',
  'appointment.decide': 'decide who is appointed to a leading position',
  'succession.read': 'see who could follow in a leading position',
  'succession.write': 'plan who could follow in a leading position',
  'checklist.read': 'see onboarding checklists',
  'checklist.write': 'keep onboarding checklists; of the own one the own steps',
  'skill.read': 'see skills',
  'skill.write': 'record skills',
  'team.define': 'publish checklist templates and the catalogue of skills',
  'team.plan': 'say how many people a unit should have',
  'move.propose': 'propose that somebody moves to another unit',
  'move.approve': 'approve or refuse proposed moves',
  'outlet.read': 'see outlets',
  'outlet.write': 'plan outlets and change them',
  'customer.read': 'see customers',
  'customer.write': 'create and change customers',
  'opportunity.read': 'see opportunities and their history',
  'opportunity.write': 'create, move, win and lose opportunities',
  'pipeline.read': 'see sums over open opportunities',
  'product.read': 'see products and the sales process',
  'product.write': 'change products and the sales process',
  'score.read': 'see scorecards and leaderboards',
  'statistics.read': 'see sales statistics',
  'target.read': 'see targets',
  'target.write': 'set targets',
  'formula.read': 'see the formulas of scores',
  'formula.write': 'publish formulas',
  'period.read': 'see periods and score runs',
  'period.score': 'have a period scored',
  'period.lock': 'make the scores of a period final',
  'channel.read': 'see channels and their messages',
  'channel.write': 'open channels and change who belongs to them',
  'message.write': 'write, edit and delete own messages',
  'events.read': 'see how the events of a service stand',
  'events.replay': 'have a dead letter tried again',
  'import.run': 'take data over from another system',
};

const SHOWN: Readonly<Record<Reach, string>> = { COMPANY: 'all', UNIT: 'unit', OWN: 'own' };
const ACCOUNT_NAMES: Readonly<Record<Account, string>> = { ADMINISTRATOR: 'administrator', IMPORTER: 'importer' };

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The page of all permissions, in Markdown. */
export function permissionsPage(): string {
  const everybody: readonly (Role | Account)[] = [...ROLES, ...ACCOUNTS];
  const names = [
    ...ROLE_DESCRIPTIONS.map(({ name, nameChinese }) => `${name} ${nameChinese}`),
    ...ACCOUNTS.map((account) => ACCOUNT_NAMES[account]),
  ];
  const lines = ACTIONS.map((action) => {
    const reaches = everybody.map((who) => reachOf(action, who));
    const meaning = `${MEANING[action]}${isDelegable(action) ? '' : ' †'}`;
    return row([`\`${action}\``, meaning, ...reaches.map((reach) => (reach === null ? '' : SHOWN[reach]))]);
  });
  return `<!-- Generated from packages/access/src/matrix.ts by \`npm run generate\`. -->
# Permissions

Who may do what, and how far. A person has the roles of today's assignments, each as far as the unit in which it is held;
somebody with several may do what any of them may. The last two columns are accounts of services, not people.

- **all**: the whole company
- **unit**: the people of the unit in which the role is held and of all units below it, and those units
- **own**: the caller's own records
- empty: not at all. What is hidden looks like what is absent.
- †: a matter of the person alone. Everything else is also reached by who stands in for somebody, while that lasts and as
  far as the absent person's own roles reach; **own** then means the absent person's records.

${row(['Action', 'What it is', ...names])}
${row(['---', '---', ...names.map(() => '---')])}
${lines.join('\n')}

\`@access(action: "...")\` in the SDL names the action of a field; the store of the service applies the scope to every query,
references of entities included. How hiding is kept: [packages/access](../packages/access/README.md#hiding).
`;
}
