import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Each test starts real processes, which on a busy machine takes seconds.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let port: number;
const started: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changeover-issuer-'));
  port = await freePort();
});
afterEach(async () => {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

describe("the issuer's process", () => {
  it('says on one line where it listens, gives tokens to npm run token, and ends on SIGTERM', async () => {
    const issuer = issuerProcess();
    await expect.poll(issuer.stdout, patient).toBe(`The token issuer listens on http://127.0.0.1:${port}\n`);
    expect((await stat(join(folder, 'key.json'))).mode & 0o777).toBe(0o600);

    const token = tokenProcess('hana');
    expect(await token.ended).toBe(0);
    const keys = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(token.stdout().trimEnd(), keys, { audience: 'changeover' });
    expect(payload.sub).toBe('hana');

    issuer.child.kill('SIGTERM');
    expect(await issuer.ended).toBe(0);
    expect(issuer.stderr()).toBe('');
  });

  it('accepts after a restart the tokens from before', async () => {
    const before = issuerProcess();
    await expect.poll(before.stdout, patient).not.toBe('');
    const token = tokenProcess('gus');
    await token.ended;
    before.child.kill('SIGKILL');
    await before.ended;

    const after = issuerProcess();
    await expect.poll(after.stdout, patient).not.toBe('');
    const keys = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(token.stdout().trimEnd(), keys, { audience: 'changeover' });
    expect(payload.sub).toBe('gus');
  });

  it('says in one sentence that its port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const issuer = issuerProcess();
    expect(await issuer.ended).toBe(1);
    expect(issuer.stderr()).toBe(`Port ${port} on 127.0.0.1 is taken; set ISSUER_PORT to a free one.\n`);
    other.close();
  });

  it('says in one sentence that its key file is damaged', async () => {
    await writeFile(join(folder, 'key.json'), 'damaged');
    const issuer = issuerProcess();
    expect(await issuer.ended).toBe(1);
    expect(issuer.stderr()).toMatch(/^The token issuer cannot start: .*key\.json holds no ES256 private key.*\n$/);
  });

  it('names the variable that is not valid', async () => {
    const issuer = issuerProcess({ ISSUER_PORT: 'eighty' });
    expect(await issuer.ended).toBe(1);
    expect(issuer.stderr()).toContain('ISSUER_PORT');
  });
});

const patient = { timeout: 20_000 };

const issuerProcess = (env = {}) =>
  run(['sandbox/issuer/main.ts'], { ISSUER_KEY_FILE: join(folder, 'key.json'), ...env });
const tokenProcess = (...args: string[]) => run(['sandbox/token.ts', ...args]);

function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, ISSUER_PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return free;
}
