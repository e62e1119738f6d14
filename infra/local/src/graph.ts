import { LaunchFault } from './fault.ts';

interface Answer<T> {
  data?: T | null;
  errors?: { message: string }[];
}

/** A token of the local issuer. `as` is an employee's code, `administrator` or `importer`. */
export async function requestToken(issuer: string, as: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
    signal: AbortSignal.timeout(5000),
  });
  const answer = (await response.json()) as { token?: string; message?: string };
  if (!answer.token) throw new Error(answer.message ?? `the issuer answered ${response.status}`);
  return answer.token;
}

/** Sends one operation to the graph. @throws Error with the first error's message */
export async function askGraph<T>(
  url: string,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  const answer = (await response.json()) as Answer<T>;
  const fault = answer.errors?.[0]?.message;
  if (fault || !answer.data) throw new LaunchFault(fault ?? `the graph answered ${response.status}`);
  return answer.data;
}
