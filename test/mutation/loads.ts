import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const domain = join(import.meta.dirname, '../../domain');
const modules = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

// To Stryker a test file that cannot be loaded is one without tests, so that none would have noticed.
it('the domain can be loaded', async () => {
  const loaded = await Promise.all(modules.map((file) => import(join(domain, file))));
  expect(loaded).toHaveLength(modules.length);
});
