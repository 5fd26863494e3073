import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSigningKey } from '../../../sandbox/issuer/signing-key.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changeover-key-'));
  file = join(folder, 'deeper', 'key.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the kept signing key', () => {
  it('is made with its folder at the first call, for its owner only, and leaves nothing else behind', async () => {
    await keptSigningKey(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'deeper'))).toEqual(['key.json']);
  });

  it('is the same at every later call', async () => {
    const first = await keptSigningKey(file);
    const later = await keptSigningKey(file);
    expect(later.kid).toBe(first.kid);
    expect(later.publicJwk).toEqual(first.publicJwk);
  });

  it('shows nothing private in its public half', async () => {
    const { publicJwk } = await keptSigningKey(file);
    const { d } = JSON.parse(await readFile(file, 'utf8')) as { d: string };
    expect(JSON.stringify(publicJwk)).not.toContain(d);
  });

  it.each([
    ['no JSON', 'not a key'],
    ['nothing', ''],
    ['a public key', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}'],
    ['numbers that are no point of the curve', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}'],
  ])('is not replaced when the file holds %s: the call says what to do', async (_what, content) => {
    await keptSigningKey(file);
    await writeFile(file, content);
    await expect(keptSigningKey(file)).rejects.toThrow('holds no ES256 private key; move it away');
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('is one key for all who ask at once for the first time', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => keptSigningKey(file)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    expect(await readdir(join(folder, 'deeper'))).toEqual(['key.json']);
  });

  it('is not made where no folder can be', async () => {
    await writeFile(join(folder, 'deeper'), 'a file');
    await expect(keptSigningKey(file)).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});
