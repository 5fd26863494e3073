import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { freePort } from '../../sandbox/ports.ts';
import { silent } from '../../sandbox/progress.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { createVendorClient } from '../../sandbox/vendor/client.ts';
import { type Answer, type Call, send } from './http.ts';

export type TestSandbox = Sandbox & {
  vendor: ReturnType<typeof createVendorClient>;
  token(person: string): Promise<string>;
  /** Sends a request as one of the sandbox's people. */
  as(person: string, method: string, path: string, call?: Call): Promise<Answer>;
  close(): Promise<void>;
};

/** What `npm start` starts, each part in its own process, on free ports and in a folder of its own: to be killed at will. */
export async function startTestSandbox(): Promise<TestSandbox> {
  const dataDir = mkdtempSync(join(tmpdir(), 'changeover-sandbox-'));
  // Postgres may have to run as another user than the one who owns the folder.
  chmodSync(dataDir, 0o755);
  process.env.TEMPORAL_CLI_PATH = inject('temporalExecutable');
  const sandbox = await startSandbox(
    {
      DATA_DIR: dataDir,
      API_PORT: await freePort(),
      ISSUER_PORT: await freePort(),
      VENDOR_PORT: await freePort(),
      POSTGRES_PORT: await freePort(),
      TEMPORAL_PORT: await freePort(),
      TEMPORAL_UI_PORT: await freePort(),
      LOG_LEVEL: 'info',
    },
    silent,
  );
  const token = async (person: string): Promise<string> => {
    const { body } = await send(sandbox.urls.issuer, 'POST', '/token', { body: { person } });
    return body.access_token;
  };
  return {
    ...sandbox,
    vendor: createVendorClient({ url: sandbox.urls.vendor, apiKey: sandbox.vendorApiKey }),
    token,
    as: async (person, method, path, call = {}) =>
      send(sandbox.urls.web, method, path, { token: await token(person), ...call }),
    async close() {
      await sandbox.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
