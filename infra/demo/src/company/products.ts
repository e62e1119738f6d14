import type { ProductRow } from './rows.ts';

/** The models, with list prices in yuan near those the maker has announced. */
export const PRODUCTS: readonly ProductRow[] = [
  { code: 'LANSHAN-ULTRA', name: '蓝山 智驾版 Ultra', series: '蓝山 Lanshan', listPrice: '326800.00' },
  { code: 'LANSHAN-MAX', name: '蓝山 智驾版 Max', series: '蓝山 Lanshan', listPrice: '299800.00' },
  { code: 'GAOSHAN-8', name: '高山 8', series: '高山 Gaoshan', listPrice: '309800.00' },
  { code: 'GAOSHAN-9', name: '高山 9', series: '高山 Gaoshan', listPrice: '359800.00' },
  { code: 'MOCHA-PHEV', name: '新摩卡 Hi4', series: '摩卡 Mocha', listPrice: '231800.00' },
  { code: 'LATTE-PHEV', name: '拿铁 PHEV', series: '拿铁 Latte', listPrice: '199800.00' },
  { code: 'MACCHIATO-PHEV', name: '玛奇朵 PHEV', series: '玛奇朵 Macchiato', listPrice: '165800.00' },
];
