import { isZone } from '@salesgraph/calendar';
import { z } from 'zod';

/** Everything that is wrong with a process's environment, listed together. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** One entry a fault: the variable and what is wrong with it; never its value, which may be a secret. */
  readonly faults: readonly { variable: string; message: string }[];

  constructor(faults: readonly { variable: string; message: string }[]) {
    super(
      `The configuration is not complete:\n${faults.map((fault) => `  ${fault.variable}: ${fault.message}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

const port = z.coerce.number().int().min(0).max(65_535);

/** What every process of the house can be told by its environment. */
export const baseConfig = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port,
  OPS_PORT: port,
  MONGODB_URI: z
    .string({ error: 'is required: a connection string that begins with mongodb:// or mongodb+srv://' })
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
  REDIS_URL: z
    .string({ error: 'is required: a URL that begins with redis:// or rediss://' })
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://'),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]+$/, 'holds letters, digits, - and _ only')
    .default('salesgraph'),
  BUSINESS_TIME_ZONE: z.string().refine(isZone, 'is no IANA time zone').default('Asia/Shanghai'),
  GATEWAY_JWKS_FILE: z.string().min(1).optional(),
  GATEWAY_JWKS_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ROLE: z.enum(['api', 'worker', 'all']).default('all'),
  /** What time it is, for demonstrations and tests: the process's clock starts there. */
  SALESGRAPH_NOW: z.iso.datetime({ offset: true }).optional(),
});

/** What `baseConfig` reads. */
export type BaseConfig = Readonly<z.infer<typeof baseConfig>>;

/**
 * Reads the environment once, into a typed and frozen object. An empty variable counts as absent.
 * @throws ConfigError that lists every fault
 */
export function loadConfig<Shape extends z.ZodObject>(shape: Shape, env: NodeJS.ProcessEnv): Readonly<z.infer<Shape>> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const { success, data, error } = shape.safeParse(given);
  if (success) return Object.freeze(data);
  throw new ConfigError(
    error.issues.map(({ path, message }) => {
      const variable = path.join('.') || 'environment';
      return { variable, message: variable in given || path.length === 0 ? message : absent(message) };
    }),
  );
}

/** Zod says of an absent variable that its type is wrong. */
const absent = (message: string) => (/^Invalid input/.test(message) ? 'is required' : message);

/**
 * The environment of one service: `<SERVICE>_MONGODB_URI`, such as `SALES_NETWORK_MONGODB_URI`, is its `MONGODB_URI`
 * when it is set.
 */
export function serviceEnvironment(service: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = env[`${service.replaceAll('-', '_').toUpperCase()}_MONGODB_URI`];
  return own ? { ...env, MONGODB_URI: own } : env;
}
