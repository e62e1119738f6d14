/**
 * `node make-keys.mjs PRIVATE PUBLIC`: makes the key with which the gateway signs its tokens for the services, once.
 * PRIVATE receives gateway.json (for the gateway alone), PUBLIC receives gateway-jwks.json (for every service).
 */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [privateFolder, publicFolder] = process.argv.slice(2);
if (!privateFolder || !publicFolder) throw new Error('Usage: node make-keys.mjs PRIVATE PUBLIC');
const file = join(privateFolder, 'gateway.json');

if (!existsSync(file)) {
  for (const folder of [privateFolder, publicFolder]) mkdirSync(folder, { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d, ...rest } = privateKey.export({ format: 'jwk' });
  // The thumbprint of RFC 7638: the required members in alphabetical order.
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: rest.crv, kty: rest.kty, x: rest.x }))
    .digest('base64url');
  const shared = { ...rest, alg: 'EdDSA', use: 'sig', kid };
  writeFileSync(join(publicFolder, 'gateway-jwks.json'), JSON.stringify({ keys: [shared] }), { mode: 0o644 });
  writeFileSync(file, JSON.stringify({ ...shared, d }), { mode: 0o600 });
}
