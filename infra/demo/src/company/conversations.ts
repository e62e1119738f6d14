/** What people write to each other; the newest is last. */
import type { Conversation } from './rows.ts';

const say = (author: string, text: string) => ({ author, text });

export const CONVERSATIONS: readonly Conversation[] = [
  {
    opener: 'zhou.jianguo',
    kind: 'UNIT',
    name: '销售部公告',
    unitCode: 'SALES',
    memberCodes: null,
    messages: [
      say('zhou.jianguo', '各位同事，上月评分已经发布，请各大区在周三前完成复盘。'),
      say('wu.xiuying', '华东和华北的复盘会安排在周二上午十点。'),
      say('shen.wentao', '华南、西南周二下午两点。重点看成交周期和客户满意度。'),
      say('zhou.jianguo', '好的。蓝山智驾版的产能本季度有保障，请放心接单。'),
    ],
  },
  {
    opener: 'chen.zhiqiang',
    kind: 'UNIT',
    name: '华东大区',
    unitCode: 'EAST',
    memberCodes: null,
    messages: [
      say('chen.zhiqiang', '本周目标：上海团队 6 单，杭州团队 5 单。'),
      say('lin.xiaofeng', '上海收到。浦东体验中心周末有试驾活动，已约 40 组客户。'),
      say('ma.junjie', '杭州收到，滨江店的高山 9 展车周四到。'),
      say('sun.yue', '启航出行的批量采购进入最后一轮报价，预计月底前签约。'),
    ],
  },
  {
    opener: 'feng.liping',
    kind: 'UNIT',
    name: '华南大区',
    unitCode: 'SOUTH',
    memberCodes: null,
    messages: [
      say('feng.liping', '厦门湖里店暂停营业期间，客户请引导到东莞南城店。'),
      say('peng.siyuan', '明白，已通知在途的三位客户。'),
      say('han.zhiyong', '广州车展的线索已经全部分配，48 小时内完成首次联系。'),
    ],
  },
  {
    opener: 'zhou.jianguo',
    kind: 'TOPIC',
    name: '蓝山改款上市协同',
    unitCode: null,
    memberCodes: [
      'wu.xiuying',
      'shen.wentao',
      'gu.mingzhe',
      'shi.jianjun',
      'shao.min',
      'meng.siqi',
      'su.wanqing',
      'chen.zhiqiang',
      'zhao.guodong',
      'feng.liping',
      'dong.jianhua',
    ],
    messages: [
      say('zhou.jianguo', '请研发、生产、财务、市场各部门在这里同步蓝山改款的进展。'),
      say('zhao.guodong', '华北客户最关心交付时间，希望生产部给出分月计划。'),
      say('dong.jianhua', '西南需要两台展车，成都、重庆各一台。'),
      say('wu.xiuying', '已和生产部石总确认，首批 1,200 台按加权商机分配到四个大区。'),
    ],
  },
  {
    opener: 'he.jianing',
    kind: 'TOPIC',
    name: '最佳实践：缩短成交周期',
    unitCode: null,
    memberCodes: [
      'lin.xiaofeng',
      'ma.junjie',
      'liang.yonggang',
      'han.zhiyong',
      'peng.siyuan',
      'yuan.xiaodong',
      'yu.haiyang',
    ],
    messages: [
      say('he.jianing', '北京团队把试驾提前到首次到店当天，平均成交周期缩短了六天。'),
      say('yuan.xiaodong', '成都下周开始试行，两周后在这里回报结果。'),
      say('yu.haiyang', '重庆也加入，谢谢分享。'),
    ],
  },
  {
    opener: 'lin.xiaofeng',
    kind: 'DIRECT',
    name: null,
    unitCode: null,
    memberCodes: ['sun.yue'],
    messages: [
      say('lin.xiaofeng', '启航出行的报价我看过了，可以再给一个点的空间。'),
      say('sun.yue', '好的，我今天下午去拜访。'),
    ],
  },
];
