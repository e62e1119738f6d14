export { type DemoCompany, demoCompany } from './company.ts';
export { type DemoOptions, type DemoPerson, loadDemo } from './loading.ts';
