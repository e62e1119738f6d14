/** The skills that every company begins with: data, changed by what the company defines. */
import { idFromCode } from '@salesgraph/service-kit';
import type { Skill } from './skills.ts';

const ROWS = [
  ['PRODUCT_KNOWLEDGE', 'Product knowledge', '产品知识'],
  ['NEW_ENERGY', 'New energy vehicles', '新能源车型'],
  ['TEST_DRIVE', 'Test drive and demonstration', '试驾与讲解'],
  ['NEEDS_ANALYSIS', 'Analysis of needs', '需求分析'],
  ['NEGOTIATION', 'Negotiation', '商务谈判'],
  ['FINANCE_AND_INSURANCE', 'Finance and insurance', '金融与保险'],
  ['KEY_ACCOUNTS', 'Key accounts', '大客户管理'],
  ['AFTER_SALES', 'After-sales service', '售后服务'],
  ['DIGITAL_MARKETING', 'Digital marketing', '数字营销'],
  ['COACHING', 'Coaching', '辅导带教'],
] as const;

/** The id of a skill follows from its code. */
export const skillId = (code: string): string => idFromCode('skl', code);

export const DEFAULT_SKILLS: readonly Skill[] = ROWS.map(([code, name, nameChinese]) => ({
  ...{ id: skillId(code), code, name, nameChinese, retired: false },
}));
