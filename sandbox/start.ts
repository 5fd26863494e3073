import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { buildWeb, buildWorkflows } from './builds.ts';
import type { SandboxConfig } from './config.ts';
import { keptSecret, keptSigningSecret } from './kept-secret.ts';
import { makeFolder } from './make-folder.ts';
import { nodeParts } from './parts.ts';
import { checkPorts } from './ports.ts';
import { stopLeftovers } from './process/leftovers.ts';
import { takeLock } from './process/lock.ts';
import type { Report } from './progress.ts';
import { seedVendor } from './seed.ts';
import { databaseFor, temporalFor } from './servers.ts';
import { StartError } from './start-error.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { temporalEnvironment } from './temporal-environment.ts';
import { createVendorClient } from './vendor/client.ts';

export type Sandbox = Supervisor & {
  urls: { web: string; issuer: string; vendor: string; temporalUi: string | undefined };
  temporalAddress: string;
  databaseUrl: string;
  vendorApiKey: string;
};

/**
 * Starts all that an empty machine lacks and Changeover itself, each part in a process of its own, and resolves when the
 * whole answers. Throws a StartError, with everything stopped again, when something cannot start, and Stopping when the
 * supervisor is told to stop in the meantime.
 */
export async function startSandbox(
  config: SandboxConfig,
  report: Report,
  supervisor = createSupervisor(),
): Promise<Sandbox> {
  const { DATA_DIR: dataDir } = config;
  makeFolders(dataDir);
  supervisor.afterwards(takeLock(dataDir));
  try {
    await supervisor.during(() => stopLeftovers(join(dataDir, 'run'), report));
    await supervisor.during(() => checkPorts(wantedPorts(config)));
    supervisor.signal.throwIfAborted();
    return { ...supervisor, ...(await startParts(config, supervisor, report)) };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

async function startParts(config: SandboxConfig, supervisor: Supervisor, report: Report) {
  const { DATA_DIR: dataDir, API_PORT, ISSUER_PORT, VENDOR_PORT, TEMPORAL_ADDRESS, TEMPORAL_UI_PORT } = config;
  const vendorApiKey = keptSecret(join(dataDir, 'vendor.key'));
  const secrets = { vendorApiKey, vendorEventSecret: keptSigningSecret(join(dataDir, 'vendor-events.key')) };
  const vendor = `http://127.0.0.1:${VENDOR_PORT}`;
  const early = nodeParts.beforeServers(config, secrets);

  const [databaseUrl, temporalAddress, webDir, workflowBundle] = await allOrNothing(supervisor, [
    databaseFor(config, supervisor, report),
    temporalFor(config, supervisor, report),
    buildWeb(dataDir, report),
    buildWorkflows(dataDir, report),
    supervisor
      .start(early.vendor)
      .then(() => supervisor.during(() => seedVendor(createVendorClient({ url: vendor, apiKey: vendorApiKey })))),
    supervisor.start(early.issuer),
  ] as const);
  report('Worker and API: starting');
  const late = nodeParts.afterServers(config, {
    databaseUrl,
    temporal: temporalEnvironment(config, temporalAddress),
    webDir,
    workflowBundle,
    vendor,
    ...secrets,
  });
  await allOrNothing(supervisor, [supervisor.start(late.worker), supervisor.start(late.api)]);
  report('Ready');
  const urls = {
    web: `http://127.0.0.1:${API_PORT}`,
    issuer: `http://127.0.0.1:${ISSUER_PORT}`,
    vendor,
    temporalUi: TEMPORAL_ADDRESS === undefined ? `http://127.0.0.1:${TEMPORAL_UI_PORT}` : undefined,
  };
  return { urls, temporalAddress, databaseUrl, vendorApiKey };
}

/** Like Promise.all, but the first failure calls off the rest, and all has ended when it is told. */
async function allOrNothing<T extends readonly unknown[]>(
  supervisor: Supervisor,
  work: T,
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  const all = Promise.all(work);
  await all.catch(() => supervisor.stop());
  await Promise.allSettled(work);
  return all;
}

function makeFolders(dataDir: string): void {
  try {
    for (const folder of ['', 'logs', 'run', 'vendor'].map((name) => join(dataDir, name))) {
      makeFolder(folder);
      // One that is there already may be another user's, as after a start with sudo.
      accessSync(folder, constants.W_OK);
    }
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be written.`,
      'Make it and the folders in it writable for this user, or set DATA_DIR to a folder that is.',
      { cause: error },
    );
  }
}

function wantedPorts(config: SandboxConfig) {
  const want = (
    variable: 'API_PORT' | 'ISSUER_PORT' | 'VENDOR_PORT' | 'POSTGRES_PORT' | 'TEMPORAL_PORT' | 'TEMPORAL_UI_PORT',
    wantedBy: string,
  ) => ({
    variable,
    wantedBy,
    port: config[variable],
  });
  return [
    want('API_PORT', 'the API'),
    want('ISSUER_PORT', 'the token issuer'),
    want('VENDOR_PORT', 'the simulated vendor'),
    ...(config.DATABASE_URL === undefined ? [want('POSTGRES_PORT', 'Postgres')] : []),
    ...(config.TEMPORAL_ADDRESS === undefined
      ? [want('TEMPORAL_PORT', 'the Temporal server'), want('TEMPORAL_UI_PORT', "the Temporal server's pages")]
      : []),
  ];
}
