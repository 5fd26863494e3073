import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSigningKey } from '../../sandbox/issuer/signing-key.ts';
import { type RunningIssuer, startIssuer } from '../../sandbox/issuer/start.ts';

// Each test starts a real process, which on a busy machine takes seconds.
vi.setConfig({ testTimeout: 30_000 });

let issuer: RunningIssuer | undefined;
afterEach(async () => {
  await issuer?.close();
  issuer = undefined;
});

describe('npm run token', () => {
  it("prints the person's token and nothing else", async () => {
    issuer = await startIssuer({ port: 0, audience: 'changeover', keys: [await createSigningKey()] });
    const { stdout, stderr } = await token(['paula'], new URL(issuer.url).port);
    expect(stdout).toMatch(/^\S+\n$/);
    expect(decodeJwt(stdout.trimEnd())).toMatchObject({ sub: 'paula', iss: issuer.url });
    expect(stderr).toBe('');
  });

  it.each([
    ['the issuer is not running', ['hana'], 'start the sandbox with npm start, or set ISSUER_PORT.'],
    ['nobody has this name', ['mallory'], 'There is nobody called mallory.'],
    ['no name is given', [], 'Say whose token: npm run -s token -- <person>.'],
  ])('says so in one line on stderr and names the people when %s', async (_when, args, sentence) => {
    const stopped = await startIssuer({ port: 0, audience: 'changeover', keys: [await createSigningKey()] });
    await stopped.close();
    const failure = token(args, new URL(stopped.url).port);
    await expect(failure).rejects.toMatchObject({ code: 1, stdout: '' });
    await expect(failure).rejects.toHaveProperty('stderr', expect.stringContaining(sentence));
    await expect(failure).rejects.toHaveProperty(
      'stderr',
      expect.stringMatching(/^[^\n]* The people are hana, bob, paula, oscar, billing, grace, gus\.\n$/),
    );
  });
});

const token = (args: string[], port: string) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'sandbox/token.ts', ...args], {
    env: { ...process.env, ISSUER_PORT: port },
  });
