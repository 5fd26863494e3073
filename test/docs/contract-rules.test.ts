import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contractRulesDocument } from '../../sandbox/contract-rules/document.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/contract-rules.md'), 'utf8');

it('docs/contract-rules.md says what the rules answer (npm run docs)', () => {
  expect(page).toBe(contractRulesDocument());
});

it('S4’s own table stands in it, word for word', () => {
  const rows = [
    'Adding licensed users/optional service subscriptions | Possible | Possible | Possible',
    'Reducing licensed users/optional service subscriptions | Not possible | Possible | Not possible',
    'Changing from annual service to monthly service | Not possible | Possible | Not possible',
  ];
  for (const row of rows) expect(page).toContain(`| ${row} |`);
});
