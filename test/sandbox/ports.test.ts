import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkPorts, freePort } from '../../sandbox/ports.ts';

describe('a port that is taken', () => {
  it('is told in one sentence with what wants it, and the variable that changes it', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as { port: number };
    await expect(checkPorts([{ port, variable: 'API_PORT', wantedBy: 'the API' }])).rejects.toMatchObject({
      name: 'StartError',
      message: `Port ${port}, which the API wants, is taken.`,
      advice: expect.stringContaining('API_PORT'),
    });
    await new Promise((closed) => server.close(closed));
  });

  it('is also one that two parts want', async () => {
    const port = await freePort();
    const wanted = [
      { port, variable: 'API_PORT', wantedBy: 'the API' },
      { port, variable: 'VENDOR_PORT', wantedBy: 'the vendor' },
    ];
    await expect(checkPorts(wanted)).rejects.toThrow(`Port ${port} is wanted twice`);
  });
});

describe('free ports', () => {
  it('are fine', async () => {
    await checkPorts([{ port: await freePort(), variable: 'API_PORT', wantedBy: 'the API' }]);
  });
});
