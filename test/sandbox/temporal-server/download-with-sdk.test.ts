import { describe, expect, it } from 'vitest';
import { downloadWithSdk } from '../../../sandbox/temporal-server/download-with-sdk.ts';
import { freshFolder } from '../../support/folder.ts';

describe('the download that the SDK has built in', () => {
  it('is given up when nothing comes', async () => {
    await expect(downloadWithSdk('dev-server', freshFolder(), undefined, 100)).rejects.toThrow(
      'nothing came for 0.1 s',
    );
  });

  it('is given up when everything is to stop', async () => {
    const stop = new AbortController();
    const download = downloadWithSdk('dev-server', freshFolder(), stop.signal);
    stop.abort(new Error('stopping'));
    await expect(download).rejects.toThrow('stopping');
  });
});
