import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIssuerApp } from './app.ts';
import { createIssuer, type Issuer } from './issuer.ts';
import type { SigningKey } from './signing-key.ts';

/** An issuer that listens; `close` drops open connections. */
export type RunningIssuer = Issuer & { close(): Promise<void> };

/**
 * Starts an issuer on 127.0.0.1 and resolves when it listens. Port 0 takes a free one: the issuer's `url` tells which.
 * Rejects with Node's own error (EADDRINUSE, …) when it cannot listen.
 */
export async function startIssuer({
  port,
  audience,
  keys,
  allowedOrigin,
}: {
  port: number;
  audience: string;
  keys: readonly [SigningKey, ...SigningKey[]];
  allowedOrigin?: string | undefined;
}): Promise<RunningIssuer> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  // The app comes second because its issuer must know the port that was given.
  const issuer = createIssuer({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, audience, keys });
  server.on('request', createIssuerApp(issuer, { allowedOrigin }));
  return {
    ...issuer,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
