import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { afterAll, describe, expect, it } from 'vitest';
import config from '../../openapi-ts.config.ts';

const folder = mkdtempSync(join(tmpdir(), 'changeover-client-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

describe('the API client', () => {
  it('is what the OpenAPI document gives today', async () => {
    const { output, ...rest } = await config;
    await createClient({ ...rest, output: { ...(output as object), path: folder }, logs: { level: 'silent' } });
    const kept = join(import.meta.dirname, '../../client/generated');
    expect(filesIn(kept)).toEqual(filesIn(folder));
    for (const file of filesIn(folder)) {
      const [is, shouldBe] = [kept, folder].map((path) => readFileSync(join(path, file), 'utf8'));
      expect(is, `${file}: run \`npm run generate\``).toBe(shouldBe);
    }
  });
});
