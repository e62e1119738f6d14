import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

const HIDDEN = '[hidden]';
const SECRET_NAME =
  /^(authorization|cookie|set-cookie|x-api-key)$|token|password|passwd|secret|credential|private_?key|signing_?key/i;
/** The user part of a connection string: `mongodb://user:password@host` keeps the host. */
const CREDENTIALS = /\b((?:mongodb(?:\+srv)?|rediss?|https?|amqps?):\/\/)[^\s/@]*(?::[^\s@]*)?@/gi;
const BEARER = /\b(bearer\s+)[\w.~+/=-]+/gi;
/** A JSON web token wherever it stands. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const DEEPEST = 8;

/** A text without credentials of connection strings and tokens. */
export const redactText = (text: string): string =>
  text.replace(CREDENTIALS, `$1${HIDDEN}@`).replace(BEARER, `$1${HIDDEN}`).replace(JWT, HIDDEN);

/** A value for the log: secrets by name and by form are hidden, errors are spelled out, deep ends are cut off. */
function redact(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > DEEPEST) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((one) => redact(one, depth + 1));
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) return `[${value.constructor.name}]`;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, SECRET_NAME.test(name) ? HIDDEN : redact(one, depth + 1)]),
  );
}

function redactError(error: Error, depth: number): object {
  const { cause } = error;
  const code: unknown = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: redactText(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.stack && { stack: redactText(error.stack) }),
    ...(cause !== undefined && { cause: redact(cause, depth + 1) }),
  };
}

/**
 * A logger that writes one JSON object a line to standard output, secrets hidden.
 * @param name of the service
 * @param options `level` is LOG_LEVEL or `info` when absent; `destination` standard output
 */
export function createLogger(name: string, options: { level?: string; destination?: DestinationStream } = {}): Logger {
  const { level = process.env.LOG_LEVEL || 'info', destination } = options;
  const settings = {
    name,
    level,
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => redact(fields, 0) as Record<string, unknown>,
    },
    // Errors are spelled out by redact; pino's own form would bring the raw message back.
    serializers: { err: (error: unknown) => error },
    hooks: {
      logMethod(
        this: Logger,
        args: Parameters<Logger['info']>,
        method: (...given: Parameters<Logger['info']>) => void,
      ) {
        const told = args.map((arg: unknown) => (typeof arg === 'string' ? redactText(arg) : arg));
        // A lone error is logged as a field, so that it passes through redact.
        const [first, ...rest] = told as [unknown, ...unknown[]];
        const safe =
          first instanceof Error ? [{ err: first }, ...(rest.length > 0 ? rest : [redactText(first.message)])] : told;
        method.apply(this, safe as Parameters<Logger['info']>);
      },
    },
  };
  return destination ? pino(settings, destination) : pino(settings);
}
