import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxConfig } from '../../sandbox/config.ts';
import { silent } from '../../sandbox/progress.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { freshFolder } from '../support/folder.ts';

describe('the settings of npm start', () => {
  it('have defaults, and an empty variable counts as not set', () => {
    expect(sandboxConfig({ API_PORT: '' })).toMatchObject({
      API_PORT: 8080,
      TEMPORAL_PORT: 7233,
      POSTGRES_PORT: 54320,
    });
  });

  it('that are wrong are named in one sentence', () => {
    expect(() => sandboxConfig({ API_PORT: 'eighty', VENDOR_PORT: '70000' })).toThrow(/API_PORT: .*; VENDOR_PORT: /);
  });
});

describe('a data folder that cannot be written', () => {
  it('is told in one sentence with what to do', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    const starting = startSandbox(sandboxConfig({ DATA_DIR: join(file, 'data') }), silent);
    await expect(starting).rejects.toMatchObject({
      name: 'StartError',
      message: `The data folder ${join(file, 'data')} cannot be written.`,
      advice: expect.stringContaining('DATA_DIR'),
    });
  });
});
