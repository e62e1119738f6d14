/**
 * One house and one company for most stories: a small CRM export is imported with the command, then its figures, scores,
 * rights and events are looked at through the graph, in this order: the last stories change figures.
 */
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { accessStory } from './access.story.ts';
import { appointOffices } from './company.ts';
import { type CrmHouse, openCrmHouse } from './crm/crm-house.ts';
import { dashboardStory } from './crm/dashboard.story.ts';
import { importStory } from './crm/import.story.ts';
import { scoringStory } from './crm/scoring.story.ts';
import { statisticsStory } from './crm/statistics.story.ts';
import { eventsStory } from './events.story.ts';
import { leadershipStory } from './leadership.story.ts';
import { reportingStory } from './reporting.story.ts';
import { repositoryRoot } from './story.ts';
import { wallsStory } from './walls.story.ts';

const folder = join(repositoryRoot, 'test/fixtures/crm-small');
let house: CrmHouse;

beforeAll(async () => {
  house = await openCrmHouse(folder);
  await appointOffices(house.graph);
}, 180_000);

afterAll(() => house?.graph.stop(), 60_000);

importStory(folder, () => house);
statisticsStory(() => house);
scoringStory(() => house);
dashboardStory(() => house);
leadershipStory(() => house);
reportingStory(() => house);
wallsStory(() => house.graph);
accessStory(() => house);
eventsStory(() => house);
