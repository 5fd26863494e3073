import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { accepts, freePort } from '../../sandbox/ports.ts';
import { identity } from '../../sandbox/process/identity.ts';
import { createDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';

const root = resolve(import.meta.dirname, '../..');
const within = { timeout: 120_000 };
const patient = { timeout: 60_000, interval: 100 };

const whatNpmRuns: [string, ...string[]] = [process.execPath, '--import', 'tsx', 'sandbox/main.ts'];

let dataDir: string;
let ports: Record<string, string>;
const started: ChildProcess[] = [];
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'changeover-start-'));
  // Postgres may have to run as another user than the one who owns the folder.
  chmodSync(dataDir, 0o755);
  ports = {};
  for (const name of ['API', 'ISSUER', 'VENDOR', 'POSTGRES', 'TEMPORAL', 'TEMPORAL_UI']) {
    ports[`${name}_PORT`] = String(await freePort());
  }
});
// A start that a failed test leaves would be in the way of all that follow; what it leaves is the next one's to stop.
afterEach(() => {
  for (const { pid = 0, exitCode, signalCode } of started.splice(0)) {
    if (exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  }
});
afterAll(() => {
  for (const { pid } of recorded()) process.kill(pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs what `npm start` runs, or another command; it leads a process group. `said` has all lines so far. */
function start(env: Record<string, string> = {}, [command, ...args] = whatNpmRuns) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, TEMPORAL_CLI_PATH: inject('temporalExecutable'), ...ports, ...env },
    detached: true,
  });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const exit = new Promise<number | NodeJS.Signals | null>((ended) =>
    child.once('exit', (code, signal) => ended(code ?? signal)),
  );
  return {
    child,
    exit,
    said: () => said,
    async runs() {
      const isReady = () => said.includes('Ctrl-C stops everything');
      await expect.poll(() => isReady() || child.exitCode !== null || child.signalCode !== null, patient).toBe(true);
      expect(said).toContain('Ctrl-C stops everything');
    },
  };
}

/** The parts that the data folder knows to be running. */
function recorded(): { name: string; pid: number }[] {
  return readdirSync(join(dataDir, 'run'))
    .filter((file) => file.endsWith('.pid.json'))
    .map((file) => JSON.parse(readFileSync(join(dataDir, 'run', file), 'utf8')))
    .filter(({ pid, identity: then }) => identity(pid) === then);
}

const api = () => `http://127.0.0.1:${ports.API_PORT}`;
async function token(): Promise<string> {
  const issuer = `http://127.0.0.1:${ports.ISSUER_PORT}`;
  return (await send(issuer, 'POST', '/token', { body: { person: 'hana' } })).body.access_token;
}
const quantity = async () =>
  (await send(api(), 'GET', '/v1/subscriptions/sub-hana-av', { token: await token() })).body.quantity;

describe('npm start', () => {
  it(
    'on an empty folder tells what it does, then where everything is and what to try; Ctrl-C ends all of it',
    within,
    async () => {
      const first = start({}, ['npm', 'start']);
      await first.runs();
      expect(first.said()).toMatch(/Postgres: first start/);
      for (const words of [api(), 'Sign in as', 'hana', 'Three things to try']) expect(first.said()).toContain(words);
      expect(
        recorded()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['Postgres', 'Temporal server', 'api', 'issuer', 'vendor', 'worker']);
      const page = await fetch(api(), { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('<title>Changeover</title>');
      await send(api(), 'POST', '/v1/orders', {
        token: await token(),
        key: 'kept-over-the-restart',
        body: {
          type: 'changeQuantity',
          subscriptionId: 'sub-hana-av',
          quantity: 6,
          expectedCurrentQuantity: 5,
          contactEmail: 'hana@hanafoods.example',
        },
      });
      await expect.poll(quantity).toBe(6);

      const parts = recorded();
      // One press of Ctrl-C: the terminal tells all that run in it, and npm hands it on once more.
      process.kill(-(first.child.pid ?? 0), 'SIGINT');
      // The shell that npm puts between may have died of it.
      expect([0, 'SIGINT']).toContain(await first.exit);
      expect(first.said()).toContain('Stopping');
      expect(parts.filter(({ pid }) => identity(pid) !== undefined)).toEqual([]);
      for (const port of Object.values(ports)) expect(await accepts(Number(port))).toBe(false);
    },
  );

  it('again finds the same data, builds nothing anew, and refuses a third start beside it', within, async () => {
    const second = start();
    await second.runs();
    expect(second.said()).toMatch(/Web app: unchanged/);
    expect(second.said()).toMatch(/Workflows: unchanged/);
    expect(await quantity()).toBe(6);
    const third = start();
    expect(await third.exit).toBe(1);
    expect(third.said()).toMatch(/already running on the data folder .*\(process \d+\)\.\n.*DATA_DIR/);
    expect(await quantity()).toBe(6);

    second.child.kill('SIGKILL');
    await second.exit;
    expect(recorded().length).toBeGreaterThan(0);
  });

  it(
    'after it was itself killed stops what was left; and when a part dies says which, with its log, and ends',
    within,
    async () => {
      const fourth = start();
      await fourth.runs();
      expect(fourth.said()).toMatch(/still running from an earlier start/);
      expect(await quantity()).toBe(6);
      const worker = recorded().find(({ name }) => name === 'worker');
      process.kill(worker?.pid ?? 0, 'SIGKILL');
      expect(await fourth.exit).toBe(1);
      expect(fourth.said()).toMatch(/worker has ended by SIGKILL; stopping the rest\. Its log is .*worker\.log/);
      expect(recorded()).toEqual([]);
    },
  );

  it(
    'uses the servers it is told of instead of its own, and leaves them alone when the terminal is closed',
    within,
    async () => {
      const database = await createDatabase();
      const fifth = start({
        TEMPORAL_ADDRESS: inject('temporalAddress'),
        DATABASE_URL: database.url,
        LOG_LEVEL: 'warn',
      });
      await fifth.runs();
      expect(
        recorded()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['api', 'issuer', 'vendor', 'worker']);
      fifth.child.kill('SIGHUP');
      expect(await fifth.exit).toBe(0);
      expect(recorded()).toEqual([]);
      const [, port] = inject('temporalAddress').split(':');
      expect(await accepts(Number(port))).toBe(true);
      await database.drop();
    },
  );

  it('is called off by Ctrl-C while it starts, with nothing left running', within, async () => {
    const sixth = start();
    await expect.poll(() => recorded().length, patient).toBeGreaterThan(0);
    sixth.child.kill('SIGINT');
    expect(await sixth.exit).toBe(0);
    expect(sixth.said()).toContain('Stopping');
    expect(sixth.said()).not.toContain('Error');
    expect(recorded()).toEqual([]);
  });

  it('at a second Ctrl-C kills what does not end', within, async () => {
    const seventh = start();
    const vendor = () => recorded().find(({ name }) => name === 'vendor')?.pid;
    await expect.poll(vendor, patient).toBeDefined();
    process.kill(vendor() ?? 0, 'SIGSTOP');
    const pressed = setInterval(() => seventh.child.kill('SIGINT'), 400);
    expect(await seventh.exit).toBe(130);
    clearInterval(pressed);
    await expect.poll(recorded).toEqual([]);
  });

  it('that comes upon an error that nobody caught shows it and ends everything', within, async () => {
    const eighth = start({ NODE_OPTIONS: `--require=${mishap(dataDir)}` });
    await expect.poll(() => recorded().length, patient).toBeGreaterThan(0);
    eighth.child.kill('SIGUSR2');
    expect(await eighth.exit).toBe(1);
    expect(eighth.said()).toContain('Error: a mishap');
    expect(recorded()).toEqual([]);
  });

  it.each([
    {
      variable: 'TEMPORAL_ADDRESS',
      value: '127.0.0.1:1',
      says: /The Temporal server at 127\.0\.0\.1:1 cannot be used: .*\n.*unset TEMPORAL_ADDRESS/,
    },
    {
      variable: 'DATABASE_URL',
      value: 'postgres://nobody@127.0.0.1:1/x',
      says: /The database of DATABASE_URL cannot be used: .*\n.*unset DATABASE_URL/,
    },
    {
      variable: 'DATA_DIR',
      value: '/dev/null/data',
      says: /The data folder \/dev\/null\/data cannot be written\.\n.*DATA_DIR/,
    },
    { variable: 'API_PORT', value: 'eighty', says: /The configuration is not valid \(API_PORT: .*\)\.\n/ },
  ])('with a wrong $variable says so in one sentence with what to do', within, async ({ variable, value, says }) => {
    const failing = start({ [variable]: value });
    expect(await failing.exit).toBe(1);
    expect(failing.said()).toMatch(says);
    expect(recorded()).toEqual([]);
  });
});

/** A file that makes the start, and none of its parts, throw at SIGUSR2. */
function mishap(folder: string): string {
  const file = join(folder, 'mishap.cjs');
  writeFileSync(
    file,
    "if (process.argv[1]?.endsWith('sandbox/main.ts')) process.on('SIGUSR2', () => { throw new Error('a mishap'); });",
  );
  return file;
}
