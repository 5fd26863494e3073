import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** A key that signs with ES256, and its public half as the key set shows it. */
export type SigningKey = { kid: string; privateKey: CryptoKey; publicJwk: JWK };

const PrivateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** A new key that is kept nowhere. */
export const createSigningKey = async (): Promise<SigningKey> => signingKey(await newPrivateJwk());

/**
 * The key kept in this file; the first call makes both, readable by their owner only. Calls at once, from whatever processes, get the same key.
 * Throws an Error with one sentence when the file holds something else.
 */
export async function keptSigningKey(file: string): Promise<SigningKey> {
  try {
    return await read(file);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
  }
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(await newPrivateJwk()), { mode: 0o600, flag: 'wx' });
    // link, unlike rename, refuses to replace the key that another process made meanwhile.
    await link(draft, file).catch((error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return read(file);
}

async function read(file: string): Promise<SigningKey> {
  const text = await readFile(file, 'utf8');
  try {
    return await signingKey(PrivateJwk.parse(JSON.parse(text)));
  } catch (cause) {
    throw new Error(
      `${file} holds no ES256 private key; move it away and the next start makes a new one (tokens signed with the old one end).`,
      { cause },
    );
  }
}

async function newPrivateJwk(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return exportJWK(privateKey);
}

async function signingKey(privateJwk: JWK): Promise<SigningKey> {
  const { d: _secret, ...publicPart } = privateJwk;
  const kid = await calculateJwkThumbprint(publicPart);
  const privateKey = (await importJWK(privateJwk, 'ES256')) as CryptoKey;
  return { kid, privateKey, publicJwk: { ...publicPart, kid, alg: 'ES256', use: 'sig' } };
}

const isErrno = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
