import { ROLES, type Role } from './matrix.ts';

/** What a role is called and what comes with it. */
export interface RoleDescription {
  role: Role;
  name: string;
  nameChinese: string;
  /** What a person in this role answers for. */
  duties: readonly string[];
  /** The same in Chinese, in the same order. */
  dutiesChinese: readonly string[];
}

interface Described {
  name: string;
  nameChinese: string;
  /** Each in English and Chinese. */
  duties: readonly (readonly [english: string, chinese: string])[];
}

const DESCRIPTIONS: Readonly<Record<Role, Described>> = {
  SALES_DIRECTOR: {
    name: 'Sales director',
    nameChinese: '销售总监',
    duties: [
      [
        'Sets the sales strategy and the targets of the company and answers for reaching them',
        '制定公司销售战略与销售目标，并对目标达成负责',
      ],
      ['Builds the sales network and the leadership team', '建设销售网络，组建领导团队'],
      ['Works with R&D, production, finance and marketing', '与研发、生产、财务、市场等部门协同'],
    ],
  },
  DEPUTY_DIRECTOR: {
    name: 'Deputy director',
    nameChinese: '副总监',
    duties: [
      ['Stands in for the sales director', '协助销售总监工作，并在其缺席时代行职责'],
      ['Leads the regions in their charge and spreads targets over them', '分管若干大区，分解并落实销售目标'],
      ['Follows statistics and market and proposes promotion', '跟踪销售数据与市场动向，提出促销方案'],
    ],
  },
  REGIONAL_MANAGER: {
    name: 'Regional sales manager',
    nameChinese: '区域销售经理',
    duties: [
      ["Answers for the region's targets, outlets and teams", '对本区域的目标、网点和团队负责'],
      ['Selects, trains and assesses team leaders', '选拔、培训和考核团队长'],
      ['Removes what hinders the sales process in the region', '清除本区域销售流程中的障碍'],
    ],
  },
  TEAM_LEADER: {
    name: 'Team leader',
    nameChinese: '团队长',
    duties: [
      ["Answers for the team's targets", '对团队的销售目标负责'],
      ['Guides, trains and supports the sales engineers of the team', '指导、培训和支持团队的销售工程师'],
      ['Looks after customers that need the leader', '亲自维护重点客户'],
    ],
  },
  SALES_ENGINEER: {
    name: 'Sales engineer',
    nameChinese: '销售工程师',
    duties: [
      ['Wins customers and serves them before, during and after the sale', '开发客户，提供售前、售中、售后服务'],
      ['Keeps customers and opportunities on record', '记录客户与商机'],
      ['Reaches the own targets and shares experience', '完成个人目标，分享经验'],
    ],
  },
  NETWORK_PLANNER: {
    name: 'Network planner',
    nameChinese: '网络规划专员',
    duties: [
      [
        'Plans sales outlets, after-sales outlets and the parts supply network, and follows their building',
        '规划销售网点、售后网点和配件供应网络，并跟进建设',
      ],
      ['Watches how well the network covers the market and improves it', '监测网络对市场的覆盖情况并持续优化'],
    ],
  },
  MARKET_ANALYST: {
    name: 'Market analyst',
    nameChinese: '市场分析师',
    duties: [
      ['Gathers market information and sees trends early', '收集市场信息，及时把握市场趋势'],
      ['Prepares sales strategy and promotion plans', '为销售策略和促销方案提供依据与建议'],
    ],
  },
  TEAM_DEVELOPER: {
    name: 'Team developer',
    nameChinese: '团队发展专员',
    duties: [
      [
        'Prepares how people are selected, trained and brought in, and how leaders follow each other',
        '组织人员选拔、培训与入职，规划领导岗位的继任',
      ],
      ['Watches size, skills and results of the teams', '关注团队的规模、技能结构与目标达成'],
    ],
  },
  CUSTOMER_CARE_SPECIALIST: {
    name: 'Customer care specialist',
    nameChinese: '客户关系专员',
    duties: [
      [
        'Looks after customers before, during and after the sale, together with who sells to them',
        '与销售人员一起做好客户的售前、售中和售后服务',
      ],
      ['Keeps customer records right and raises satisfaction', '维护客户档案，提升客户满意度'],
    ],
  },
  SALES_ANALYST: {
    name: 'Sales analyst',
    nameChinese: '销售数据分析师',
    duties: [
      ['Gathers and analyses the figures of sales', '统计和分析销售数据'],
      ['Explains results and gives strategy its basis', '解读业绩，为销售策略提供依据'],
    ],
  },
  LIAISON: {
    name: 'Department liaison',
    nameChinese: '部门联络员',
    duties: [
      [
        'Links a partner department (R&D, production, finance, marketing) with the sales department',
        '负责研发、生产、财务、市场等部门与销售部门之间的联络',
      ],
      ['Passes on requests, plans and progress both ways', '双向传递需求、计划与进展'],
    ],
  },
  SYSTEM_ADMINISTRATOR: {
    name: 'System administrator',
    nameChinese: '系统管理员',
    duties: [
      ['Keeps units, people and roles on record', '维护组织、人员与角色数据'],
      ['Answers for who reaches what, and for what was changed', '负责访问权限的核查与变更审计'],
      ['Takes data over from other systems', '负责从其他系统导入数据'],
    ],
  },
  EMPLOYEE: {
    name: 'Employee',
    nameChinese: '员工',
    duties: [['Works with the sales department from another one', '在其他部门配合销售部门工作']],
  },
};

/** All roles with names and duties: from the sales director down, then staff. */
export const ROLE_DESCRIPTIONS: readonly RoleDescription[] = ROLES.map((role) => {
  const { name, nameChinese, duties } = DESCRIPTIONS[role];
  const [english, chinese] = [0, 1].map((language) => duties.map((duty) => duty[language]!));
  return { role, name, nameChinese, duties: english!, dutiesChinese: chinese! };
});
