/** The import as a whole: what it says, what it warns of, and that doing it again changes nothing. */
import { describe, expect, test } from '@jest/globals';
import { importFolder } from '../story.ts';
import type { CrmHouse } from './crm-house.ts';

export function importStory(folder: string, house: () => CrmHouse): void {
  describe('the import', () => {
    test('takes every row and rejects none', () => {
      const { imported, crm } = house();
      expect(imported.rejects).toEqual([]);
      expect(imported.exitCode).toBe(0);
      const accepted = crm.rows.toLocaleString('en-US');
      expect(imported.output).toMatch(
        new RegExp(`sales_pipeline.csv +opportunities +${accepted} +${accepted} +0 +0 +0 `),
      );
    });

    test('counts each missing field of an open deal as a warning, and the graph lists them', async () => {
      const { graph, imported, crm } = house();
      const { customer, amount, expectedCloseOn } = crm.warnings;
      const total = customer + amount + expectedCloseOn;
      expect(imported.output).toContain(`${total.toLocaleString('en-US')} warnings`);
      const listed = await graph.as('administrator').query('{ dataQualityWarnings(first: 1) { totalCount } }');
      expect(listed.data).toEqual({ dataQualityWarnings: { totalCount: total } });
    });

    test('run again changes nothing and says so', async () => {
      const { graph, crm } = house();
      const events =
        '{ customersEvents { produced { type count hash } } organizationEvents { produced { type count hash } } }';
      const before = await graph.as('administrator').query(events);
      const again = await importFolder(graph, folder, 'crm');
      expect(again.exitCode).toBe(0);
      const rows = crm.rows.toLocaleString('en-US');
      expect(again.output).toMatch(new RegExp(`sales_pipeline.csv +opportunities +${rows} +0 +0 +${rows} +0 `));
      expect(again.output).toMatch(/targets.csv +targets +(\S+) +0 +0 +\1 +0 /);
      expect(await graph.as('administrator').query(events)).toEqual(before);
    });
  });
}
