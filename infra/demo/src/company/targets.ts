/** What is asked of everybody, month by month: a year back and three months ahead. */
import { addMonths, type Month, monthsFrom } from '@salesgraph/calendar';
import type { Random } from '../random.ts';
import { REGIONS } from './organization.ts';
import type { TargetRow } from './rows.ts';

/** Yuan a month for one sales engineer before season and seniority. */
const USUAL_AMOUNT = 520_000;
const SEASON = [1.1, 0.75, 1.1, 1, 1, 1.1, 0.9, 0.9, 1.1, 1, 1.05, 1.2];

/** Units' sales targets are not set: without one a unit has the sum of its members'. */
export function targetsOf(engineers: readonly string[], month: Month, random: Random): TargetRow[] {
  const months = monthsFrom(addMonths(month, -12), addMonths(month, 3));
  const rows: TargetRow[] = [];
  const set = (subjectKind: TargetRow['subjectKind'], subjectCode: string, period: Month) => ({
    target: (metric: TargetRow['metric'], target: string) =>
      rows.push({ subjectKind, subjectCode, month: period, metric, target }),
  });

  for (const engineer of engineers) {
    const seniority = 0.8 + random.between(0, 4) * 0.1;
    const winRate = (0.5 + random.between(0, 3) * 0.05).toFixed(2);
    const cycleDays = String(random.between(28, 36));
    for (const period of months) {
      const { target } = set('EMPLOYEE', engineer, period);
      const amount = Math.round((USUAL_AMOUNT * seniority * SEASON[Number(period.slice(5)) - 1]!) / 10_000) * 10_000;
      target('SALES_AMOUNT', `${amount}.00`);
      target('WIN_RATE', winRate);
      target('CYCLE_DAYS', cycleDays);
    }
  }
  const units = ['WEY', 'SALES', ...REGIONS.flatMap(({ code, teams }) => [code, ...teams.map((team) => team.code)])];
  for (const unit of units) {
    for (const period of months) set('UNIT', unit, period).target('WIN_RATE', '0.55');
  }
  return rows;
}
