/** The five services in the order of their ports. */
export const SERVICE_NAMES = ['organization', 'sales-network', 'customers', 'performance', 'collaboration'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

/** `sales-network` reads its own settings from `SALES_NETWORK_...`. */
export const variablePrefix = (name: ServiceName): string => name.toUpperCase().replaceAll('-', '_');
