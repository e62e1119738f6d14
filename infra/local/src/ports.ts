import { createServer } from 'node:net';
import { LaunchFault } from './fault.ts';
import { SERVICE_NAMES, type ServiceName, variablePrefix } from './services.ts';

/** A port, and the environment variable that moves it. */
export interface Port {
  port: number;
  variable: string;
  what: string;
}

/** Every port of the house on 127.0.0.1. */
export interface Ports {
  gateway: Port;
  gatewayOps: Port;
  console: Port;
  redis: Port;
  service: Record<ServiceName, { api: Port; ops: Port; workerOps: Port; mongo: Port }>;
}

/** When the whole house is running already, a few ports say enough. */
const MOST_NAMED = 4;

type Choose = (variable: string, usual: number, what: string) => Port;

function layOut(choose: Choose): Ports {
  const service = {} as Ports['service'];
  SERVICE_NAMES.forEach((name, index) => {
    const prefix = variablePrefix(name);
    service[name] = {
      api: choose(`${prefix}_PORT`, 4001 + index, name),
      ops: choose(`${prefix}_OPS_PORT`, 4101 + index, `${name}, health and metrics`),
      workerOps: choose(`${prefix}_WORKER_OPS_PORT`, 4111 + index, `${name} worker, health and metrics`),
      mongo: choose(`${prefix}_MONGO_PORT`, 27117 + index, `the database of ${name}`),
    };
  });
  return {
    gateway: choose('GATEWAY_PORT', 4000, 'the graph'),
    gatewayOps: choose('GATEWAY_OPS_PORT', 4100, 'gateway, health and metrics'),
    console: choose('CONSOLE_PORT', 4010, 'the sign-in and the queue dashboard'),
    redis: choose('REDIS_PORT', 6390, 'Redis'),
    service,
  };
}

/** The usual ports, each moved by its variable. @throws LaunchFault when a variable is no port */
export function fixedPorts(env: NodeJS.ProcessEnv): Ports {
  return layOut((variable, usual, what) => {
    const given = env[variable];
    const port = given === undefined || given === '' ? usual : Number(given);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new LaunchFault(`${variable}=${given} is not a port: give a whole number from 1 to 65535.`);
    }
    return { port, variable, what };
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Free ports below the range from which the system takes ports for outgoing connections. */
export async function freePorts(): Promise<Ports> {
  const wanted: Port[] = [];
  const ports = layOut((variable, _usual, what) => {
    const port = { port: 0, variable, what };
    wanted.push(port);
    return port;
  });
  let candidate = 20_000 + Math.floor(Math.random() * 10_000);
  for (const each of wanted) {
    while (!(await isFree(candidate))) candidate = candidate >= 32_000 ? 20_000 : candidate + 1;
    each.port = candidate;
    candidate += 1;
  }
  return ports;
}

/** @throws LaunchFault naming every port in use and the variable that moves it */
export async function requireFree(ports: readonly Port[]): Promise<void> {
  const free = await Promise.all(ports.map(({ port }) => isFree(port)));
  const busy = ports.filter((_, index) => !free[index]);
  if (busy.length === 0) return;
  const more = busy.length > MOST_NAMED ? ` and ${busy.length - MOST_NAMED} more` : '';
  const named = busy.slice(0, MOST_NAMED).map(({ port, variable, what }) => `${port} (${what}; ${variable})`);
  const list = `${named.join(', ')}${more}`;
  throw new LaunchFault(
    `Port${busy.length > 1 ? 's' : ''} in use: ${list}. Stop what uses ${busy.length > 1 ? 'them' : 'it'}, ` +
      `set the variable${busy.length > 1 ? 's' : ''} to another port, or start with --ports auto.`,
  );
}
