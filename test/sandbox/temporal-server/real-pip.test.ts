import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cachedCopy } from '../../../sandbox/temporal-server/cached-copy.ts';
import { servers } from '../../../sandbox/temporal-server/kinds.ts';
import { pipInstall } from '../../../sandbox/temporal-server/pip-install.ts';
import { freshFolder } from '../../support/folder.ts';

// Fetches some forty megabytes, so it runs only when asked for.
describe.runIf(process.env.CHANGEOVER_TEST_PIP === '1')('the pip of this machine (with CHANGEOVER_TEST_PIP=1)', () => {
  it.each(['dev-server', 'test-server'] as const)('brings a %s that answers, and keeps it', async (kind) => {
    const root = freshFolder();
    const env = { ...process.env, XDG_CACHE_HOME: join(root, 'cache') };
    const search = { kind, dataDir: join(root, 'data'), env, report: () => {} };
    expect(await cachedCopy(search)).toBeUndefined();
    const found = await pipInstall(search);
    expect(found?.version).toBe(servers[kind].version);
    expect(await cachedCopy(search)).toMatchObject({ path: found?.path });
  });
});
