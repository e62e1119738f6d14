/** Asks a gateway over some connections for a while, and reads what that cost it. */
import { readFileSync } from 'node:fs';
import { Pool } from 'undici';

export interface Measured {
  requests: number;
  seconds: number;
  /** CPU time of the gateway's process, all of its threads, in microseconds. */
  cpuMicroseconds: number;
  /** Of each request, in milliseconds. */
  latencies: number[];
}

const TICKS_PER_SECOND = 100;

/** CPU time that a process has used, in microseconds (user and system, from proc(5)). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6;
}

export interface LoadOptions {
  url: string;
  pid: number;
  query: string;
  connections: number;
  seconds: number;
  /** The header that a connection sends. */
  authorization(connection: number): string;
}

/** @throws Error when an answer has errors */
export async function load({ url, pid, query, connections, seconds, authorization }: LoadOptions): Promise<Measured> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const body = JSON.stringify({ query });
  const latencies: number[] = [];
  const [begin, cpu] = [performance.now(), cpuOf(pid)];
  const until = begin + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const headers = { 'content-type': 'application/json', authorization: authorization(connection) };
      while (performance.now() < until) {
        const sent = performance.now();
        const answer = await pool.request({ method: 'POST', path: pathname, headers, body });
        const text = await answer.body.text();
        if (answer.statusCode !== 200 || text.startsWith('{"errors"')) throw new Error(text.slice(0, 500));
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const measured = {
    requests: latencies.length,
    seconds: (performance.now() - begin) / 1000,
    cpuMicroseconds: cpuOf(pid) - cpu,
    latencies,
  };
  await pool.close();
  return measured;
}

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
