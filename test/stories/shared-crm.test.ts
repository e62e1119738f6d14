/** The stories of a CRM export on the real one of the shared folder, where that is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CrmHouse, openCrmHouse } from './crm/crm-house.ts';
import { dashboardStory } from './crm/dashboard.story.ts';
import { importStory } from './crm/import.story.ts';
import { scoringStory } from './crm/scoring.story.ts';
import { statisticsStory } from './crm/statistics.story.ts';
import { sharedFolder } from './story.ts';

const folder = join(sharedFolder, 'data/crm');
const isThere = existsSync(join(folder, 'sales_pipeline.csv'));
if (!isThere)
  process.stderr.write(`notice: ${folder} is not there, so the stories of the real CRM export are skipped\n`);

(isThere ? describe : describe.skip)('the CRM export of the shared folder', () => {
  let house: CrmHouse;

  beforeAll(async () => {
    house = await openCrmHouse(folder);
  }, 300_000);

  afterAll(() => house?.graph.stop(), 60_000);

  test('is imported within a minute, until the figures of performance agree', () => {
    expect(house.crm.rows).toBe(6_000);
    expect(house.crm.agents).toHaveLength(35);
    expect(house.importSeconds).toBeLessThan(60);
  });

  importStory(folder, () => house);
  statisticsStory(() => house);
  scoringStory(() => house);
  dashboardStory(() => house);
});
