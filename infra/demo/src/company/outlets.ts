/** The sales network: places of sale and service in the cities of the regions, and a parts depot a region. */
import { addMonths, firstDay, type Month } from '@salesgraph/calendar';
import type { OutletRow, OutletStatus } from './rows.ts';

type Site = [
  code: string,
  name: string,
  unit: string,
  address: string,
  latitude: number,
  longitude: number,
  cars: number,
];

/** Coordinates are WGS84, of the district rather than of a house. */
const BOTH: readonly Site[] = [
  ['SH-PD', '上海浦东体验中心', 'EAST-SH', '上海市浦东新区张杨路', 31.2305, 121.5286, 24],
  ['SH-MH', '上海闵行店', 'EAST-SH', '上海市闵行区七莘路', 31.1128, 121.3817, 16],
  ['SZ-SIP', '苏州园区店', 'EAST-SH', '苏州市工业园区现代大道', 31.3188, 120.724, 14],
  ['HZ-XH', '杭州西湖店', 'EAST-HZ', '杭州市西湖区文三路', 30.2741, 120.1255, 18],
  ['HZ-BJ', '杭州滨江店', 'EAST-HZ', '杭州市滨江区江南大道', 30.2084, 120.2121, 16],
  ['NB-YZ', '宁波鄞州店', 'EAST-HZ', '宁波市鄞州区天童南路', 29.8165, 121.5469, 12],
  ['BJ-CY', '北京朝阳体验中心', 'NORTH-BJ', '北京市朝阳区建国路', 39.9087, 116.4716, 24],
  ['BJ-FT', '北京丰台店', 'NORTH-BJ', '北京市丰台区南三环西路', 39.8585, 116.3689, 16],
  ['TJ-HX', '天津河西店', 'NORTH-BJ', '天津市河西区友谊路', 39.0851, 117.2233, 14],
  ['BD-LC', '保定莲池店', 'NORTH-BD', '保定市莲池区朝阳南大街', 38.8652, 115.4977, 16],
  ['SJ-CA', '石家庄长安店', 'NORTH-BD', '石家庄市长安区中山东路', 38.0479, 114.5393, 14],
  ['GZ-TH', '广州天河体验中心', 'SOUTH-GZ', '广州市天河区黄埔大道', 23.1247, 113.3612, 22],
  ['GZ-PY', '广州番禺店', 'SOUTH-GZ', '广州市番禺区番禺大道', 22.9375, 113.3839, 14],
  ['FS-NH', '佛山南海店', 'SOUTH-GZ', '佛山市南海区桂澜路', 23.0288, 113.1427, 12],
  ['SZ-NS', '深圳南山店', 'SOUTH-SZ', '深圳市南山区深南大道', 22.5333, 113.9304, 20],
  ['SZ-LG', '深圳龙岗店', 'SOUTH-SZ', '深圳市龙岗区龙岗大道', 22.7206, 114.2478, 14],
  ['DG-NC', '东莞南城店', 'SOUTH-SZ', '东莞市南城区鸿福路', 23.0207, 113.7518, 12],
  ['CD-GX', '成都高新体验中心', 'WEST-CD', '成都市高新区天府大道', 30.5702, 104.0668, 20],
  ['CD-JN', '成都金牛店', 'WEST-CD', '成都市金牛区一环路北', 30.6914, 104.0523, 14],
  ['CQ-YB', '重庆渝北店', 'WEST-CQ', '重庆市渝北区金开大道', 29.6281, 106.5507, 16],
  ['CQ-JL', '重庆九龙坡店', 'WEST-CQ', '重庆市九龙坡区杨家坪', 29.5023, 106.5107, 14],
];

const SERVICE_ONLY: readonly Site[] = [
  ['SH-JD-S', '上海嘉定服务站', 'EAST-SH', '上海市嘉定区曹安公路', 31.2836, 121.1691, 30],
  ['BJ-DX-S', '北京大兴服务站', 'NORTH-BJ', '北京市大兴区京开路', 39.7266, 116.3417, 30],
  ['CD-WH-S', '成都武侯服务站', 'WEST-CD', '成都市武侯区武侯大道', 30.6213, 103.9961, 24],
];

const DEPOTS: readonly Site[] = [
  ['EAST-DEPOT', '华东配件中心', 'EAST', '苏州市昆山市开发区', 31.3846, 120.9802, 400],
  ['NORTH-DEPOT', '华北配件中心', 'NORTH', '保定市徐水区大王店', 39.0187, 115.6558, 500],
  ['SOUTH-DEPOT', '华南配件中心', 'SOUTH', '广州市黄埔区开创大道', 23.1645, 113.4599, 350],
  ['WEST-DEPOT', '西南配件中心', 'WEST', '重庆市永川区凤凰湖', 29.3512, 105.8941, 300],
];

/** The sites that are not simply open: what they are now, since how many months, and what they were before. */
const ON_THE_WAY: readonly { site: Site; stages: [OutletStatus, number][] }[] = [
  {
    site: ['NJ-JY', '南京江宁店', 'EAST-HZ', '南京市江宁区双龙大道', 31.9523, 118.8399, 14],
    stages: [
      ['PLANNED', 7],
      ['BUILDING', 3],
    ],
  },
  {
    site: ['GY-GSH', '贵阳观山湖店', 'WEST-CQ', '贵阳市观山湖区长岭北路', 26.6482, 106.6302, 10],
    stages: [['PLANNED', 2]],
  },
  {
    site: ['XM-HL', '厦门湖里店', 'SOUTH-SZ', '厦门市湖里区枋湖路', 24.5124, 118.1469, 10],
    stages: [
      ['OPEN', 40],
      ['SUSPENDED', 1],
    ],
  },
];

const row = ([code, name, unitCode, address, latitude, longitude, capacity]: Site, kinds: OutletRow['kinds']) => ({
  code,
  name,
  kinds,
  unitCode,
  address,
  latitude,
  longitude,
  capacity,
});

/** Every outlet with its life so far, up to a month. */
export function outletsOf(month: Month): OutletRow[] {
  const since = (monthsAgo: number) => firstDay(addMonths(month, -monthsAgo));
  const open = (site: Site, kinds: OutletRow['kinds'], place: number): OutletRow => ({
    ...row(site, kinds),
    status: 'OPEN',
    from: since(14 + place),
    earlier: [{ status: 'BUILDING', from: since(18 + place) }],
  });
  return [
    ...BOTH.map((site, place) => open(site, ['SALES', 'AFTER_SALES'], place)),
    ...SERVICE_ONLY.map((site, place) => open(site, ['AFTER_SALES'], place)),
    ...DEPOTS.map((site, place) => open(site, ['PARTS_DEPOT'], 20 + place)),
    ...ON_THE_WAY.map(({ site, stages }): OutletRow => {
      const dated = stages.map(([status, monthsAgo]) => ({ status, from: since(monthsAgo) }));
      return { ...row(site, ['SALES', 'AFTER_SALES']), ...dated.at(-1)!, earlier: dated.slice(0, -1) };
    }),
  ];
}

/** The codes of the places where a team sells. */
export const salesOutletsOf = (team: string): string[] =>
  BOTH.filter(([, , unit]) => unit === team).map(([code]) => code);
