/** What services tell each other. A contract changes by adding; anything else is a new `version`. */
import type { z } from 'zod';
import { customerChanged, opportunityChanged } from './customers.ts';
import { assessmentChanged, leadershipCriteriaChanged, openingChanged, successionChanged } from './leadership.ts';
import { employeeChanged, unitChanged } from './organization.ts';
import { periodChanged } from './performance.ts';
import { outletChanged } from './sales-network.ts';
import {
  checklistChanged,
  checklistTemplateChanged,
  moveChanged,
  skillChanged,
  skillProfileChanged,
  teamPlanChanged,
} from './teams.ts';

/** The schema of each event's data; keys the schema does not name are left out when an event is written. */
export const eventContracts = {
  'organization.unit.changed': unitChanged,
  'organization.employee.changed': employeeChanged,
  'organization.opening.changed': openingChanged,
  'organization.leadership-criteria.changed': leadershipCriteriaChanged,
  'organization.assessment.changed': assessmentChanged,
  'organization.succession.changed': successionChanged,
  'organization.checklist-template.changed': checklistTemplateChanged,
  'organization.checklist.changed': checklistChanged,
  'organization.skill.changed': skillChanged,
  'organization.skill-profile.changed': skillProfileChanged,
  'organization.team-plan.changed': teamPlanChanged,
  'organization.move.changed': moveChanged,
  'customers.opportunity.changed': opportunityChanged,
  'customers.customer.changed': customerChanged,
  'sales-network.outlet.changed': outletChanged,
  'performance.period.changed': periodChanged,
} as const;

export type EventType = keyof typeof eventContracts;
export type EventData = { [Type in EventType]: z.infer<(typeof eventContracts)[Type]> };

/** The contract of a type; none for a type that no service of this version tells. */
export const contractOf = (type: string): z.ZodType | undefined => (eventContracts as Record<string, z.ZodType>)[type];
