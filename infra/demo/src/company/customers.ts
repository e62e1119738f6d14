/** Customers: a few companies with fleets and many persons, each looked after by a sales engineer. */
import type { Random } from '../random.ts';
import type { CustomerRow } from './rows.ts';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN_NAMES =
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 子涵 雨欣 浩宇 欣怡 一诺 宇轩 梓萱 思远 佳怡 俊辉 文静 志明 海燕 建平 晓梅 立新 春华 国强'.split(
    ' ',
  );

const FLEETS = [
  { names: ['启航出行', '安途租车', '云驰汽车租赁', '捷运网约车'], suffix: '服务有限公司', sector: '出行与租赁' },
  { names: ['明德', '华信', '中正', '联合'], suffix: '律师事务所', sector: '专业服务' },
  { names: ['天工', '远景', '恒通', '瑞新'], suffix: '科技有限公司', sector: '科技' },
  { names: ['和泰', '博爱', '康宁', '仁济'], suffix: '医药集团', sector: '医药' },
  { names: ['金桥', '长城', '滨海', '丰源'], suffix: '酒店管理有限公司', sector: '酒店' },
] as const;

const CITIES: Record<string, string> = {
  'EAST-SH': '上海',
  'EAST-HZ': '杭州',
  'NORTH-BJ': '北京',
  'NORTH-BD': '保定',
  'SOUTH-GZ': '广州',
  'SOUTH-SZ': '深圳',
  'WEST-CD': '成都',
  'WEST-CQ': '重庆',
};

const PERSONS_AN_ENGINEER = 8;
const COMPANIES_AN_ENGINEER = 2;

/** The customers of one sales engineer, companies first. @param first the number of the first one */
export function customersOf(engineer: { code: string; team: string }, first: number, random: Random): CustomerRow[] {
  const rows: CustomerRow[] = [];
  const add = (customer: Pick<CustomerRow, 'name' | 'kind' | 'sector'>) =>
    rows.push({
      code: `C-${String(first + rows.length).padStart(4, '0')}`,
      country: 'CN',
      ownerCode: engineer.code,
      ...customer,
    });
  for (let count = 0; count < COMPANIES_AN_ENGINEER; count += 1) {
    const { names, suffix, sector } = random.pick(FLEETS);
    add({ name: `${CITIES[engineer.team]}${random.pick(names)}${suffix}`, kind: 'COMPANY', sector });
  }
  for (let count = 0; count < PERSONS_AN_ENGINEER; count += 1) {
    add({ name: `${random.pick(SURNAMES)}${random.pick(GIVEN_NAMES)}`, kind: 'PERSON', sector: null });
  }
  return rows;
}
