import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { LaunchFault, reasonOf } from './fault.ts';

/** Key files of one installation: made once, readable by their owner only. */
export interface KeyFiles {
  /** Private ES256 key with which the local issuer signs callers' tokens. */
  issuer: string;
  /** Private Ed25519 key with which the gateway signs the tokens for the services. */
  gateway: string;
  /** Public half of the gateway's key as a JWKS, for the services. */
  gatewayJwks: string;
}

async function make(algorithm: 'ES256' | 'EdDSA'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, alg: algorithm, use: 'sig', kid: await calculateJwkThumbprint(key) };
}

/** The same key without its private part. */
export function publicHalf({ d: _, ...rest }: JWK): JWK {
  return rest;
}

async function present(file: string, algorithm: 'ES256' | 'EdDSA'): Promise<JWK> {
  if (!existsSync(file)) {
    const key = await make(algorithm);
    await writeFile(file, `${JSON.stringify(key)}\n`, { mode: 0o600 });
    return key;
  }
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    throw new LaunchFault(
      `The key ${file} cannot be read (${reasonOf(error)}): remove it and start again; a new one is made.`,
    );
  }
}

/** Makes the keys that are missing. */
export async function prepareKeys(folder: string): Promise<KeyFiles> {
  const files = {
    issuer: join(folder, 'issuer.json'),
    gateway: join(folder, 'gateway.json'),
    gatewayJwks: join(folder, 'gateway-jwks.json'),
  };
  const [gateway] = await Promise.all([present(files.gateway, 'EdDSA'), present(files.issuer, 'ES256')]);
  await writeFile(files.gatewayJwks, `${JSON.stringify({ keys: [publicHalf(gateway)] })}\n`);
  return files;
}
