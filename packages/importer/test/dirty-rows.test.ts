/** What becomes of dirty rows: each is taken as it is meant or is in the rejects file with its line and the reason. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { aFolder, FILES, PIPELINE_HEADER, withDeals } from './folders.ts';
import { rejectsIn, run } from './running.ts';

/** The rejects of a dry run, as `line: reason`. */
async function rejected(folder: string): Promise<string[]> {
  const file = join(folder, 'rejects.ndjson');
  const { err } = await run([folder, '--mapping', 'crm', '--dry-run', '--rejects', file]);
  expect(err).toBe('');
  return rejectsIn(file).map(({ line, reason }) => `${line}: ${reason}`);
}

/** How many rows of the pipeline a dry run finds good, and what it rejects. */
async function pipeline(content: string | Buffer) {
  const folder = await aFolder({ 'sales_pipeline.csv': content });
  const file = join(folder, 'rejects.ndjson');
  const { out } = await run([folder, '--mapping', 'crm', '--dry-run', '--rejects', file]);
  const good = Number(/sales_pipeline\.csv +opportunities +(\d+)/.exec(out)?.[1]);
  return { good, rejects: rejectsIn(file).map(({ line, reason }) => `${line}: ${reason}`) };
}

const GOOD = 'Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,10';

test('a folder that is right has no rejects', async () => {
  expect(await rejected(await aFolder())).toEqual([]);
});

describe('an opportunity', () => {
  test.each([
    ['the American way', '1/2/2017,3/1/2017'],
    ['the American way with zeros', '01/02/2017,03/01/2017'],
    ['as ISO 8601 has them', '2017-01-02,2017-03-01'],
    ['in a leap year', '2/29/2016,3/1/2016'],
  ])('may have its days written %s', async (_, days) => {
    expect(await rejected(await withDeals(`X1,Ada,GTXPro,Parent,Won,${days},10`))).toEqual([]);
  });

  test.each([
    ['a day that does not exist', 'X1,Ada,GTXPro,Parent,Won,2/30/2017,3/1/2017,10', 'engage_date is no day'],
    ['29 February of another year', 'X1,Ada,GTXPro,Parent,Won,2/29/2017,3/1/2017,10', 'engage_date is no day'],
    ['the day first', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,31/3/2017,10', 'close_date is no day'],
    ['two digits of a year', 'X1,Ada,GTXPro,Parent,Won,1/2/17,3/1/2017,10', 'engage_date is no day'],
    ['an instant for a day', 'X1,Ada,GTXPro,Parent,Won,2017-01-02T00:00:00Z,3/1/2017,10', 'engage_date is no day'],
    ['a close before it was engaged', 'X1,Ada,GTXPro,Parent,Won,3/2/2017,3/1/2017,10', 'close_date is before'],
    ['no close although it is won', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,,10', 'close_date is required when'],
    ['no close although it is lost', 'X1,Ada,GTXPro,Parent,Lost,1/2/2017,,0', 'close_date is required when'],
    ['no value although it is won', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,', 'close_value is required when'],
    [
      'a stage that nobody knows',
      'X1,Ada,GTXPro,Parent,Stalled,1/2/2017,3/1/2017,10',
      'deal_stage must be Prospecting',
    ],
    ['no stage', 'X1,Ada,GTXPro,Parent,,1/2/2017,3/1/2017,10', 'deal_stage is required'],
    ['an agent who is in no team', 'X1,Zoe,GTXPro,Parent,Won,1/2/2017,3/1/2017,10', 'sales_agent "Zoe" is not in'],
    ['a product that is in no list', 'X1,Ada,GTX,Parent,Won,1/2/2017,3/1/2017,10', 'product "GTX" is not in products'],
    ['an account that is not listed', 'X1,Ada,GTXPro,Acme,Won,1/2/2017,3/1/2017,10', 'account "Acme" is not in'],
    ['a negative value', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,-10', 'close_value must be at least 0: -10'],
    ['a part of a cent', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,1.005', 'close_value has more than 2 decimal'],
    ['more than can be counted', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,1e99', 'close_value is no decimal number'],
    ['a huge value', `X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,${'9'.repeat(20)}`, 'close_value is too large'],
    ['a currency sign', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,$10', 'close_value is no decimal number'],
    ['no code', `,${GOOD}`, 'opportunity_id is required'],
    ['a code that is too long', `${'x'.repeat(81)},${GOOD}`, 'opportunity_id has more than 80 characters'],
    ['too few cells', 'X1,Ada,GTXPro', 'has 3 cells where the header has 8'],
    ['too many cells', `X1,${GOOD},more`, 'has 9 cells where the header has 8'],
    ['the same again', 'OPP2,Ben,MG Special,Child,Lost,1/3/2017,3/2/2017,0', 'repeats line 3'],
    [
      'the code of another',
      'OPP2,Ben,MG Special,Child,Lost,1/3/2017,3/2/2017,5',
      'has the code "OPP2" of line 3 and other',
    ],
  ])('with %s is rejected', async (_, row, reason) => {
    const rejects = await rejected(await withDeals(row));
    expect(rejects).toHaveLength(1);
    expect(rejects[0]).toContain(`6: ${reason}`);
  });

  test('with several faults names them all in one reject', async () => {
    expect(await rejected(await withDeals('X1,Ada,GTXPro,Parent,Stalled,2/30/2017,3/1/2017,-1'))).toEqual([
      '6: deal_stage must be Prospecting, Engaging, Won, Lost: "Stalled"; engage_date is no day of the form YYYY-MM-DD or M/D/YYYY: "2/30/2017"; close_value must be at least 0: -1',
    ]);
  });

  test.each([
    ['a product written otherwise', 'X1,Ada,gtx  pro,Parent,Won,1/2/2017,3/1/2017,10'],
    ['a stage in capitals', 'X1,Ada,GTXPro,Parent,WON,1/2/2017,3/1/2017,10'],
    ['blanks around its cells', ' X1 , Ada , GTXPro , Parent , Won , 1/2/2017 , 3/1/2017 , 10 '],
    ['cents', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,10.25'],
    ['needless zeros', 'X1,Ada,GTXPro,Parent,Won,1/2/2017,3/1/2017,0010.500'],
    ['no account', 'X1,Ada,GTXPro,,Won,1/2/2017,3/1/2017,10'],
    ['no day on which it was engaged', 'X1,Ada,GTXPro,Parent,Won,,3/1/2017,10'],
  ])('with %s is taken', async (_, row) => {
    expect(await rejected(await withDeals(row))).toEqual([]);
  });
});

describe('rows of the other files', () => {
  const reasons = async (name: string, ...rows: string[]) =>
    rejected(await aFolder({ [name]: `${FILES[name]}${rows.join('\n')}\n` }));

  test('an agent in two teams keeps the first', async () => {
    expect(await reasons('sales_teams.csv', 'Ada,Nia,South', 'Ben,Mo,North')).toEqual([
      '5: has the code "Ada" of line 2 and other values; the first one stands',
      '6: repeats line 3',
    ]);
  });

  test('an account below one that is not listed is rejected, and what refers to it says why', async () => {
    expect(await reasons('accounts.csv', 'Orphan,retail,2000,1,2,Norway,Ghost', 'Grandchild,,,,,,Orphan')).toEqual([
      '4: subsidiary_of "Ghost" is not in accounts',
      '5: subsidiary_of "Orphan" was rejected itself (accounts, line 4)',
    ]);
  });

  test('accounts that belong to each other in a circle are rejected', async () => {
    const rejects = await reasons('accounts.csv', 'A,,,,,,B', 'B,,,,,,A');
    expect(rejects).toHaveLength(2);
    expect(rejects[0]).toContain('4: subsidiary_of goes round in a circle');
  });

  test('targets name people and units of the company, known months and numbers', async () => {
    expect(
      await reasons(
        'targets.csv',
        'EMPLOYEE,Zoe,2017-03,SALES_AMOUNT,1',
        'UNIT,Ada,2017-03,SALES_AMOUNT,1',
        'EMPLOYEE,Ada,2017-13,SALES_AMOUNT,1',
        'EMPLOYEE,Ada,2017-04,SALES_AMOUNT,1.005',
        'EMPLOYEE,Ada,2017-04,WIN_RATE,high',
        'TEAM,Ada,2017-04,WIN_RATE,1',
        'EMPLOYEE,Ada,2017-03,SALES_AMOUNT,2',
        'UNIT,COMPANY,2017-03,SALES_AMOUNT,1',
      ),
    ).toEqual([
      '4: subject "Zoe" is no person of the company',
      '5: subject "Ada" is no unit of the company',
      '6: month is no month of the form YYYY-MM: "2017-13"',
      '7: target has more than 2 decimal places: 1.005',
      '8: target is no decimal number: "high"',
      '9: subject_kind must be EMPLOYEE, UNIT: "TEAM"',
      '10: has the code "EMPLOYEE Ada 2017-03 SALES_AMOUNT" of line 2 and other values; the first one stands',
    ]);
  });

  test('rows of NDJSON that are no objects, or hold what is no text, are rejected', async () => {
    const folder = await aFolder({
      'products.csv': null,
      'products.ndjson': [
        '\uFEFF{"product":"GTX Pro","sales_price":4821}',
        '',
        '{"product":"MG Special","sales_price":55}\r',
        '[1]',
        '{broken',
        '{"product":{"name":"A"}}',
        '{"product":"B","sales_price":9007199254740993}',
        '{"product":"Line\u2028break"}',
      ].join('\n'),
    });
    expect(await rejected(folder)).toEqual([
      '4: is no JSON object',
      '5: is no JSON',
      '6: product is neither text nor an exact number',
      '7: sales_price is neither text nor an exact number',
    ]);
  });
});

describe('the writing of a file', () => {
  const rows = (...some: string[]) => [PIPELINE_HEADER, ...some];

  test('a byte order mark, CRLF, blank lines and no line break at the end do not matter', async () => {
    const text = `\uFEFF${rows(`X1,${GOOD}`, '', `X2,${GOOD}`, ',,,,,,,', '   ', `X3,${GOOD}`).join('\r\n')}`;
    const { good, rejects } = await pipeline(text);
    expect(rejects).toEqual([]);
    expect(good).toBe(3);
  });

  test('quoted cells may hold commas, quotes and line breaks, and lines are counted on', async () => {
    const text = rows(`"X, ""1""\n2",${GOOD}`, 'X2,Zoe,GTXPro,Parent,Won,1/2/2017,3/1/2017,10').join('\n');
    const { good, rejects } = await pipeline(text);
    expect(good).toBe(1);
    expect(rejects).toEqual(['4: sales_agent "Zoe" is not in sales_teams']);
  });

  test('a quote in the wrong place costs its row, an open one all that follows', async () => {
    const { good, rejects } = await pipeline(rows(`X"1,${GOOD}`, `X2,${GOOD}`, `"X3,${GOOD}`, `X4,${GOOD}`).join('\n'));
    expect(good).toBe(1);
    expect(rejects[0]).toBe('2: has a quote in the wrong place');
    expect(rejects[1]).toContain('4: has a quote that is never closed');
    expect(rejects).toHaveLength(2);
  });

  test.each(['X1', '"X1'])('a row of more than a million characters makes the file unreadable (%s)', async (begin) => {
    const long = `${begin}${'x'.repeat(1_100_000)},${GOOD}`;
    const folder = await aFolder({ 'sales_pipeline.csv': rows(`X0,${GOOD}`, long, `X2,${GOOD}`).join('\n') });
    const { code, err } = await run([folder, '--mapping', 'crm', '--dry-run']);
    expect(code).toBe(1);
    expect(err).toBe(
      'sales_pipeline.csv: the row of line 3 is longer than 1000000 characters. Is there a quote that is never closed?\n',
    );
  });

  test('a line of NDJSON of more than a million characters is refused, the next ones are read', async () => {
    const folder = await aFolder({
      'products.csv': null,
      'products.ndjson': `{"product":"${'x'.repeat(1_100_000)}"}\n{"product":"GTX Pro"}\n{"product":"MG Special"}\n`,
    });
    expect(await rejected(folder)).toEqual(['1: is longer than 1000000 characters']);
  });

  test('a row that is not in UTF-8 is refused rather than taken with broken names', async () => {
    const latin1 = Buffer.concat([
      Buffer.from(`${PIPELINE_HEADER}\n`),
      Buffer.from(`Zürich,${GOOD}\n`, 'latin1'),
      Buffer.from(`Zürich,${GOOD}\n`),
    ]);
    const { good, rejects } = await pipeline(latin1);
    expect(good).toBe(1);
    expect(rejects).toEqual(['2: opportunity_id is not in UTF-8']);
  });

  test('columns may come in any order and in any case; one that is not needed is named', async () => {
    const folder = await aFolder({ 'products.csv': 'Colour,PRODUCT\nred,GTX Pro\nblue,MG Special\n' });
    const { code, out } = await run([folder, '--mapping', 'crm', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('products.csv has no column series, sales_price: left empty.');
    expect(out).toContain('products.csv: the mapping has no place for colour.');
  });

  test('a file beside those of the mapping, and one that may be absent, are named', async () => {
    const folder = await aFolder({ 'targets.csv': null, 'notes.txt': 'hello', 'data_dictionary.csv': 'a' });
    const { code, out } = await run([folder, '--mapping', 'crm', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('There is no targets.csv');
    expect(out).toContain('notes.txt is not read: not part of the mapping crm.');
    expect(out).toContain('data_dictionary.csv is not read: it describes');
  });
});
