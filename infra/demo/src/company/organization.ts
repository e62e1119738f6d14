/** The tree of units and who works where: five divisions, four regions of two teams each, and the partner departments. */
import { addMonths, type Day, firstDay, type Month } from '@salesgraph/calendar';
import type { AssignmentRow, EmployeeRow, Role, UnitRow } from './rows.ts';

/** The first day of every unit. */
export const FOUNDED: Day = '2019-01-01';
/** Since when the first engineer of each team is called a senior one. */
const SENIOR_SINCE: Day = '2023-01-01';

/** Staff of a division is in the role that is the division's; where no head is named, a deputy director leads it. */
const DIVISIONS = [
  {
    code: 'DIV-NETWORK',
    name: '渠道网络部',
    role: 'NETWORK_PLANNER',
    head: '秦海涛 qin.haitao',
    staff: ['孔令仪 kong.lingyi'],
  },
  {
    code: 'DIV-MARKET',
    name: '市场研究部',
    role: 'MARKET_ANALYST',
    head: '苏婉清 su.wanqing',
    staff: ['尹志远 yin.zhiyuan'],
  },
  { code: 'DIV-SALES', name: '销售管理部', role: 'TEAM_DEVELOPER', head: null, staff: ['白雪 bai.xue'] },
  {
    code: 'DIV-CUSTOMER',
    name: '客户关系部',
    role: 'CUSTOMER_CARE_SPECIALIST',
    head: null,
    staff: ['夏雨荷 xia.yuhe'],
  },
  {
    code: 'DIV-ANALYSIS',
    name: '销售数据分析部',
    role: 'SALES_ANALYST',
    head: '钟立群 zhong.liqun',
    staff: ['樊星 fan.xing'],
  },
] as const;

/** The first of a partner department leads it and links it with sales. */
const PARTNERS = [
  { code: 'RND', name: '研发部', people: ['顾明哲 gu.mingzhe', '崔浩然 cui.haoran'] },
  { code: 'PRODUCTION', name: '生产部', people: ['石建军 shi.jianjun', '龙翔 long.xiang'] },
  { code: 'FINANCE', name: '财务部', people: ['邵敏 shao.min', '汤丽华 tang.lihua'] },
  { code: 'MARKETING', name: '市场部', people: ['孟思琪 meng.siqi', '贺子轩 he.zixuan'] },
] as const;

/** A region with its teams; the first of a team leads it. */
export interface Region {
  code: string;
  name: string;
  manager: string;
  teams: readonly { code: string; name: string; people: readonly string[] }[];
}

export const REGIONS: readonly Region[] = [
  {
    code: 'EAST',
    name: '华东大区',
    manager: '陈志强 chen.zhiqiang',
    teams: [
      {
        code: 'EAST-SH',
        name: '上海团队',
        people: ['林晓峰 lin.xiaofeng', '黄丽娟 huang.lijuan', '徐天宇 xu.tianyu', '孙悦 sun.yue'],
      },
      {
        code: 'EAST-HZ',
        name: '杭州团队',
        people: ['马俊杰 ma.junjie', '朱琳 zhu.lin', '胡一鸣 hu.yiming', '郭雨桐 guo.yutong'],
      },
    ],
  },
  {
    code: 'NORTH',
    name: '华北大区',
    manager: '赵国栋 zhao.guodong',
    teams: [
      {
        code: 'NORTH-BJ',
        name: '北京团队',
        people: ['何佳宁 he.jianing', '高翔 gao.xiang', '罗婷婷 luo.tingting', '郑凯 zheng.kai'],
      },
      {
        code: 'NORTH-BD',
        name: '保定团队',
        people: ['梁永刚 liang.yonggang', '谢安琪 xie.anqi', '宋文博 song.wenbo', '唐静怡 tang.jingyi'],
      },
    ],
  },
  {
    code: 'SOUTH',
    name: '华南大区',
    manager: '冯丽萍 feng.liping',
    teams: [
      {
        code: 'SOUTH-GZ',
        name: '广州团队',
        people: ['韩志勇 han.zhiyong', '许嘉欣 xu.jiaxin', '邓伟豪 deng.weihao', '曹梦瑶 cao.mengyao'],
      },
      {
        code: 'SOUTH-SZ',
        name: '深圳团队',
        people: ['彭思远 peng.siyuan', '曾国华 zeng.guohua', '萧雅文 xiao.yawen', '田浩 tian.hao'],
      },
    ],
  },
  {
    code: 'WEST',
    name: '西南大区',
    manager: '董建华 dong.jianhua',
    teams: [
      {
        code: 'WEST-CD',
        name: '成都团队',
        people: ['袁晓东 yuan.xiaodong', '潘玉洁 pan.yujie', '蒋志鹏 jiang.zhipeng', '蔡欣怡 cai.xinyi'],
      },
      {
        code: 'WEST-CQ',
        name: '重庆团队',
        people: ['余海洋 yu.haiyang', '杜美玲 du.meiling', '叶子豪 ye.zihao', '程雪梅 cheng.xuemei'],
      },
    ],
  },
];

const DIRECTOR = '周建国 zhou.jianguo';
const ADMINISTRATOR = '丁一凡 ding.yifan';
/** Each leads a division and has two regions in their charge. */
const DEPUTIES = [
  { person: '吴秀英 wu.xiuying', division: 'DIV-SALES', regions: ['EAST', 'NORTH'] },
  { person: '沈文涛 shen.wentao', division: 'DIV-CUSTOMER', regions: ['SOUTH', 'WEST'] },
];

export interface Organization {
  units: UnitRow[];
  people: EmployeeRow[];
  /** The sales engineers of today, by code, with their teams. */
  engineers: { code: string; team: string; region: string }[];
}

/** 「name code」, as the tables above write a person. */
const codeOf = (person: string) => person.split(' ')[1]!;

/** Units and people with their history, up to a month. */
export function organizationOf(month: Month): Organization {
  const units: UnitRow[] = [];
  const people = new Map<string, EmployeeRow>();
  const engineers: Organization['engineers'] = [];

  const unit = (code: string, name: string, kind: UnitRow['kind'], parentCode: string | null) =>
    units.push({ code, name, kind, parentCode, from: FOUNDED, currency: parentCode === null ? 'CNY' : null });
  const seat = (person: string, unitCode: string, role: Role, more: Partial<AssignmentRow> = {}) => {
    const [name, code] = person.split(' ') as [string, string];
    const known = people.get(code) ?? { code, name, hiredOn: FOUNDED, assignments: [] };
    const assignment = { unitCode, role, primary: true, leader: false, from: FOUNDED, to: null, ...more };
    people.set(code, { ...known, assignments: [...known.assignments, assignment] });
  };

  const entitle = (person: string, isSenior: boolean) => {
    const engineer = { title: '销售工程师', from: FOUNDED, to: isSenior ? SENIOR_SINCE : null };
    const senior = { title: '高级销售工程师', from: SENIOR_SINCE, to: null };
    people.set(codeOf(person), { ...people.get(codeOf(person))!, titles: isSenior ? [engineer, senior] : [engineer] });
  };

  unit('WEY', '魏牌汽车销售公司', 'COMPANY', null);
  unit('SALES', '销售部', 'DEPARTMENT', 'WEY');
  seat(DIRECTOR, 'SALES', 'SALES_DIRECTOR', { leader: true });
  seat(ADMINISTRATOR, 'WEY', 'SYSTEM_ADMINISTRATOR');
  for (const { code, name, role, head, staff } of DIVISIONS) {
    unit(code, name, 'DIVISION', 'SALES');
    if (head) seat(head, code, role, { leader: true });
    for (const person of staff) seat(person, code, role);
  }
  for (const region of REGIONS) {
    unit(region.code, region.name, 'REGION', 'DIV-SALES');
    seat(region.manager, region.code, 'REGIONAL_MANAGER', { leader: true });
    for (const team of region.teams) {
      unit(team.code, team.name, 'TEAM', region.code);
      const [leader, ...members] = team.people as [string, ...string[]];
      seat(leader, team.code, 'TEAM_LEADER', { leader: true });
      for (const member of members) {
        seat(member, team.code, 'SALES_ENGINEER');
        entitle(member, member === members[0]);
        engineers.push({ code: codeOf(member), team: team.code, region: region.code });
      }
    }
  }
  for (const { person, division, regions } of DEPUTIES) {
    seat(person, division, 'DEPUTY_DIRECTOR', { leader: true });
    for (const region of regions) seat(person, region, 'DEPUTY_DIRECTOR', { primary: false });
  }
  for (const { code, name, people: staff } of PARTNERS) {
    unit(code, name, 'DEPARTMENT', 'WEY');
    staff.forEach((person, place) => {
      seat(person, code, place === 0 ? 'LIAISON' : 'EMPLOYEE', { leader: place === 0 });
    });
  }
  return { units, people: [...people.values()].map((person) => withHistory(person, month)), engineers };
}

/** Who came from where: two transfers and a promotion, so that asking about a day in the past shows something. */
const MOVES: Record<string, { monthsAgo: number; before: { unitCode: string; role: Role } }> = {
  'guo.yutong': { monthsAgo: 5, before: { unitCode: 'EAST-SH', role: 'SALES_ENGINEER' } },
  'tang.jingyi': { monthsAgo: 4, before: { unitCode: 'NORTH-BJ', role: 'SALES_ENGINEER' } },
  'peng.siyuan': { monthsAgo: 8, before: { unitCode: 'SOUTH-SZ', role: 'SALES_ENGINEER' } },
};

function withHistory(person: EmployeeRow, month: Month): EmployeeRow {
  const move = MOVES[person.code];
  if (!move) return person;
  const day = firstDay(addMonths(month, -move.monthsAgo));
  const before = { ...move.before, primary: true, leader: false, from: FOUNDED, to: day };
  return { ...person, assignments: [before, ...person.assignments.map((seat) => ({ ...seat, from: day }))] };
}
