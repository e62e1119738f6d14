/** Folders of a CRM export for tests: a small one that is right, in which single files are replaced. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PIPELINE_HEADER =
  'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

/** The files of the folder that is right; the pipeline has one deal of each stage. */
export const FILES: Readonly<Record<string, string>> = {
  'sales_teams.csv': 'sales_agent,manager,regional_office\nAda,Mo,North\nBen,Mo,North\nCleo,Nia,South\n',
  'accounts.csv':
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of\nChild,technolgy,2001,1,2,Norway,Parent\nParent,retail,2000,1,2,Norway,\n',
  'products.csv': 'product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n',
  'sales_pipeline.csv': [
    PIPELINE_HEADER,
    'OPP1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,5000.5',
    'OPP2,Ben,MG Special,Child,Lost,1/3/2017,3/2/2017,0',
    'OPP3,Cleo,MG Special,,Engaging,2/1/2017,,',
    'OPP4,Cleo,GTX Pro,,Prospecting,,,',
    '',
  ].join('\n'),
  'targets.csv':
    'subject_kind,subject,month,metric,target\nEMPLOYEE,Ada,2017-03,SALES_AMOUNT,30000\nUNIT,North,2017-03,WIN_RATE,0.6\n',
};

/** Writes a folder. @param changes files that differ; null leaves one out */
export async function aFolder(changes: Record<string, string | Buffer | null> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'salesgraph-importer-'));
  for (const [name, content] of Object.entries({ ...FILES, ...changes })) {
    if (content !== null) await writeFile(join(folder, name), content);
  }
  return folder;
}

/** The folder that is right with further rows in its pipeline; the first of them is line 6. */
export const withDeals = (...rows: string[]): Promise<string> =>
  aFolder({ 'sales_pipeline.csv': `${FILES['sales_pipeline.csv']}${rows.join('\n')}\n` });
