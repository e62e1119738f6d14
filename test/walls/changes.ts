/**
 * Mutations that name a record. Where the caller may change it, a call is made that fails for another reason (a stale
 * version, a fault in another field), so that nothing changes; where not, it must look as if the record were not there.
 */
import type { Asked } from './asking.ts';
import type { Kind } from './records.ts';
import type { Place, Seat } from './seats.ts';
import type { Of } from './table.ts';

/** What became of a call: its codes, and the fields at fault. */
export interface Outcome {
  codes: string[];
  fields: string[];
}

export interface Change {
  name: string;
  action: string;
  of: Of;
  kind: Kind;
  mutation: string;
  inputType: string;
  input(asked: Asked, seat: Seat): object;
  /** Whether the call is refused as if the record were not there. */
  isHidden(outcome: Outcome): boolean;
  /** Places where a rule of its own refuses it: nobody does it to oneself. */
  except?: readonly Place[];
  /** The record is in the directory for all to see: who may not change it is refused as such. */
  open?: boolean;
  /** Makes the change where it may be made: asked only for what is hidden. */
  onlyHidden?: boolean;
}

export const STALE = { expectedVersion: 4711 };
const TOO_LONG = 'x'.repeat(300);

export const notFound: Change['isHidden'] = ({ codes }) => codes.includes('NOT_FOUND');
export const named =
  (field: string): Change['isHidden'] =>
  ({ fields }) =>
    fields.includes(field);

export type ChangeRow = Pick<Change, 'action' | 'of' | 'kind'>;

/** A mutation on a record that is named by its id. */
export const onRecord = (row: ChangeRow, mutation: string, inputType: string, input: object, key = 'id'): Change => ({
  ...{ ...row, mutation, inputType, name: mutation, isHidden: notFound },
  input: ({ record }) => ({ [key]: record.id, ...input }),
});

/** A mutation that refers to a record in a field, with a fault elsewhere. */
export const referring = (
  row: ChangeRow,
  mutation: string,
  inputType: string,
  field: string,
  input: Change['input'],
): Change => ({
  ...row,
  mutation,
  inputType,
  input,
  name: `${mutation} ${field}`,
  isHidden: named(field),
});

const customers: ChangeRow = { action: 'customer.write', of: 'person', kind: 'customer' };
const deals: ChangeRow = { action: 'opportunity.write', of: 'person', kind: 'openDeal' };
const people: ChangeRow = { action: 'opportunity.write', of: 'person', kind: 'employee' };
const owners: ChangeRow = { action: 'customer.write', of: 'person', kind: 'employee' };
const targets: ChangeRow = { action: 'target.write', of: 'person', kind: 'employee' };
const unitTargets: ChangeRow = { action: 'target.write', of: 'unit', kind: 'unit' };
const outlets: ChangeRow = { action: 'outlet.write', of: 'unit', kind: 'outlet' };
const units: ChangeRow = { action: 'outlet.write', of: 'unit', kind: 'unit' };
const channels: ChangeRow = { action: 'channel.write', of: 'person', kind: 'channel' };
const unitChannels: ChangeRow = { action: 'channel.write', of: 'unit', kind: 'unit' };
const talk: ChangeRow = { action: 'message.write', of: 'person', kind: 'channel' };
const words: ChangeRow = { action: 'message.write', of: 'person', kind: 'message' };

const CLOSED = { closedOn: '2026-03-10' };
const DEAL = { amount: '1', expectedCloseOn: '2026-05-01', source: TOO_LONG };
const target = (subjectKind: string) => ({
  ...{ subjectKind, metric: 'SALES_AMOUNT', month: '2026-06', value: '1', ...STALE },
});
const OUTLET = { code: '', name: '', kinds: ['SALES'] };

export const SALES_CHANGES: readonly Change[] = [
  onRecord(customers, 'updateCustomer', 'UpdateCustomerInput', { name: 'Another', ...STALE }),
  referring(owners, 'createCustomer', 'CreateCustomerInput', 'ownerId', ({ record }) => ({
    ...{ name: '', ownerId: record.id },
  })),
  referring(customers, 'createCustomer', 'CreateCustomerInput', 'parentId', ({ record }) => ({
    ...{ name: '', parentId: record.id },
  })),
  onRecord(deals, 'updateOpportunity', 'UpdateOpportunityInput', { source: 'fair', ...STALE }),
  onRecord(deals, 'setOpportunitySplits', 'SetOpportunitySplitsInput', { splits: [], ...STALE }),
  onRecord(deals, 'moveOpportunity', 'MoveOpportunityInput', { stage: 'PROSPECTING', ...STALE }),
  onRecord(deals, 'winOpportunity', 'WinOpportunityInput', { ...CLOSED, ...STALE }),
  onRecord(deals, 'loseOpportunity', 'LoseOpportunityInput', { ...CLOSED, reason: 'price', ...STALE }),
  onRecord({ ...deals, kind: 'wonDeal' }, 'reopenOpportunity', 'ReopenOpportunityInput', STALE),
  referring(people, 'createOpportunity', 'CreateOpportunityInput', 'ownerId', ({ record, other }) => ({
    ...{ ...DEAL, customerId: other('customer').id, ownerId: record.id },
  })),
  referring(
    { ...customers, action: 'opportunity.write' },
    'createOpportunity',
    'CreateOpportunityInput',
    'customerId',
    ({ record }) => ({ ...DEAL, customerId: record.id }),
  ),
  referring(targets, 'setTarget', 'SetTargetInput', 'subjectId', ({ subject }) => ({
    ...{ ...target('EMPLOYEE'), subjectId: subject.id },
  })),
  referring(unitTargets, 'setTarget', 'SetTargetInput', 'subjectId', ({ subject }) => ({
    ...{ ...target('UNIT'), subjectId: subject.id },
  })),
  {
    ...referring(targets, 'setTargets', 'SetTargetsInput', 'targets.0.subjectId', ({ record }) => ({
      targets: [{ ...target('EMPLOYEE'), subjectId: record.id }],
    })),
  },
  onRecord(outlets, 'changeOutletStatus', 'ChangeOutletStatusInput', { status: 'CLOSED', on: '2026-03-10', ...STALE }),
  onRecord(outlets, 'updateOutlet', 'UpdateOutletInput', { name: 'Another', ...STALE }),
  referring(units, 'planOutlet', 'PlanOutletInput', 'unitId', ({ record }) => ({ ...OUTLET, unitId: record.id })),
  onRecord(channels, 'addChannelMembers', 'ChannelMembersInput', { employeeIds: ['none'], ...STALE }, 'channelId'),
  onRecord(channels, 'removeChannelMembers', 'ChannelMembersInput', { employeeIds: ['none'], ...STALE }, 'channelId'),
  referring(unitChannels, 'createChannel', 'CreateChannelInput', 'unitId', ({ record }) => ({
    ...{ kind: 'UNIT', name: TOO_LONG, unitId: record.id },
  })),
  { ...onRecord(talk, 'postMessage', 'PostMessageInput', { text: 'Hello' }, 'channelId'), onlyHidden: true },
  { ...onRecord(talk, 'markRead', 'MarkReadInput', {}, 'channelId'), onlyHidden: true },
  onRecord(words, 'editMessage', 'EditMessageInput', { text: 'Another', ...STALE }),
  onRecord(words, 'deleteMessage', 'DeleteMessageInput', STALE),
];
