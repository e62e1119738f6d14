/** A year of deals of every sales engineer, and those that are open now. */
import { addDays, addMonths, type Day, daysInMonth, firstDay, type Month } from '@salesgraph/calendar';
import type { Random } from '../random.ts';
import { salesOutletsOf } from './outlets.ts';
import { PRODUCTS } from './products.ts';
import type { CustomerRow, OpportunityRow } from './rows.ts';

/** How the market breathes over a year, January to December: the Spring Festival, the quarters' ends, the autumn. */
const SEASON = [1.15, 0.7, 1.1, 0.95, 0.95, 1.15, 0.85, 0.9, 1.15, 1.05, 1.1, 1.3];

const SOURCES = ['到店', '官网', '车展', '转介绍', '试驾活动', '集团采购'];
const LOST_REASONS = ['价格', '竞品', '交付周期', '预算取消', '暂不购车'];
/** One deal in eight is won together with a colleague of the team. */
const SPLIT_PROBABILITY = 0.125;

/** A sales engineer as far as deals are concerned. */
export interface Seller {
  code: string;
  team: string;
  colleagues: string[];
  customers: CustomerRow[];
}

/** Everybody sells differently: a part of the deals that is won, and the usual days from first contact to close. */
export const skillOf = (random: Random) => ({ winRate: 0.42 + random.next() * 0.3, cycleDays: random.between(24, 48) });

type Skill = ReturnType<typeof skillOf>;

/** A price off the list, in whole hundreds of yuan. */
function amountOf(listPrice: string, cars: number, random: Random): string {
  const price = Math.round((Number(listPrice) * (0.94 + random.next() * 0.06)) / 100) * 100;
  return `${price * cars}.00`;
}

/** The deals of one seller, from twelve months before `month` to its first day, and the open ones. */
export function opportunitiesOf(seller: Seller, skill: Skill, month: Month, random: Random): OpportunityRow[] {
  const rows: OpportunityRow[] = [];
  const outlets = salesOutletsOf(seller.team);

  const deal = (period: Month): Omit<OpportunityRow, 'stage' | 'engagedOn' | 'expectedCloseOn' | 'closedOn'> => {
    const customer = random.pick(seller.customers);
    const product = random.pick(PRODUCTS);
    const cars = customer.kind === 'COMPANY' ? random.between(2, 6) : 1;
    return {
      code: `O-${period}-${seller.code}-${rows.length + 1}`,
      ownerCode: seller.code,
      customerCode: customer.code,
      productCode: product.code,
      outletCode: random.pick(outlets),
      amount: amountOf(product.listPrice, cars, random),
      source: customer.kind === 'COMPANY' && random.chance(0.6) ? '集团采购' : random.pick(SOURCES),
      lostReason: null,
      splits: [],
    };
  };
  const closed = (closedOn: Day, period: Month) => {
    const won = random.chance(skill.winRate);
    const days = Math.max(3, Math.round(skill.cycleDays * (0.5 + random.next())));
    const shared = won && seller.colleagues.length > 0 && random.chance(SPLIT_PROBABILITY);
    rows.push({
      ...deal(period),
      stage: won ? 'WON' : 'LOST',
      engagedOn: addDays(closedOn, -days),
      expectedCloseOn: null,
      closedOn,
      ...(!won && { lostReason: random.pick(LOST_REASONS) }),
      ...(shared && {
        splits: [
          { employeeCode: seller.code, share: '0.7' },
          { employeeCode: random.pick(seller.colleagues), share: '0.3' },
        ],
      }),
    });
  };

  for (let back = 12; back >= 1; back -= 1) {
    const period = addMonths(month, -back);
    const growth = 1 + (12 - back) * 0.02;
    const count = Math.round(SEASON[Number(period.slice(5)) - 1]! * growth * random.between(1, 3));
    for (let place = 0; place < count; place += 1) {
      closed(addDays(firstDay(period), random.between(0, daysInMonth(period) - 1)), period);
    }
  }
  // The month has just begun, whatever day is today: the company is the same all month long.
  if (random.chance(0.4)) closed(firstDay(month), month);
  for (let place = random.between(2, 4); place > 0; place -= 1) {
    const engaged = random.chance(0.6);
    rows.push({
      ...deal(month),
      stage: engaged ? 'ENGAGING' : 'PROSPECTING',
      engagedOn: engaged ? addDays(firstDay(month), -random.between(1, 50)) : null,
      expectedCloseOn: addDays(firstDay(month), random.between(10, 90)),
      closedOn: null,
    });
  }
  return rows;
}
