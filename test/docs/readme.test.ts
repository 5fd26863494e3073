import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

/** The shell lines of a section, as a reader would paste them, against the sandbox of this test. */
function linesUnder(heading: string): string {
  const section = readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/```sh\n(.*?)```/gs)]
    .map(([, lines]) => lines)
    .join('\n')
    .replaceAll('http://127.0.0.1:8080', sandbox.urls.web)
    .replace('curl -sN', 'curl -sN --max-time 1')
    .replace('ORDER=', 'sleep 2; ORDER=');
}

describe("the README's curl walk-through", () => {
  it('places an order, follows it, acknowledges it, and shows a rejection with what would pass', async () => {
    const { stdout } = await promisify(execFile)('bash', ['-c', linesUnder('The same with curl')], {
      cwd: root,
      env: { ...process.env, ISSUER_PORT: new URL(sandbox.urls.issuer).port },
    });
    expect(stdout).toMatch(/HTTP\/1\.1 201 Created/);
    expect(stdout).toMatch(/event: ready/);
    expect(stdout).toMatch(/"state":"acknowledged","notice"/);
    expect(stdout).toMatch(/"code":"BELOW_ASSIGNED_QUANTITY".*"smallestChange":\{"quantity":17\}/);
    const { body } = await sandbox.as('hana', 'GET', '/v1/subscriptions/sub-hana-av');
    expect(body.quantity).toBe(6);
  });
});

describe("the README's references", () => {
  it('lead to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path]) => path as string);
    const files = [...readme.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path]) => path as string);
    const missing = [...links, ...files].filter((path) => {
      try {
        return !readFileSync(resolve(root, path));
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== 'EISDIR';
      }
    });
    expect(missing).toEqual([]);
  });

  it('name scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
