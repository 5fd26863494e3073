import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const domain = join(import.meta.dirname, '../../domain');
const modules = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

// To Stryker a test file that cannot be loaded is one without tests, so that none would have noticed. Loaded outside of the
// test, for what runs while a module is loaded concerns every test, not this one.
const loaded = await Promise.allSettled(modules.map((file) => import(join(domain, file))));

it('the domain can be loaded', () => {
  expect(loaded.filter(({ status }) => status === 'rejected')).toEqual([]);
});
