import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const catalogue = Array.from({ length: 25 }, (_, index) => `R${index + 1}`);
const titles = /(?:\bdescribe\(|\bit\(|\)\()\s*(['"`])(.*?)\1/gs;

/** The rules quoted in the titles of the tests of the domain: `describe('R14: …')`. */
function quoted(): Set<string> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const tests = files.filter((file) => file.endsWith('.test.ts') && file !== 'contract.test.ts');
  return new Set(
    tests.flatMap((file) => {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8');
      return [...text.matchAll(titles)].flatMap(([, , title = '']) => title.match(/\bR\d+\b/g) ?? []);
    }),
  );
}

describe('the rule catalogue', () => {
  it.each(catalogue)('%s is held by a test that quotes it', (rule) => {
    expect(quoted()).toContain(rule);
  });

  it('is all that tests quote', () => {
    expect([...quoted()].filter((rule) => !catalogue.includes(rule))).toEqual([]);
  });
});
