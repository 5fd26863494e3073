import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A random secret that is made at the first start and kept in a file that only its owner can read. */
export function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** The same in the form of Standard Webhooks. */
export const keptSigningSecret = (file: string): string =>
  `whsec_${Buffer.from(keptSecret(file), 'hex').toString('base64')}`;
