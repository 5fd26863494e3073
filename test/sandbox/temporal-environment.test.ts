import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { describe, expect, it } from 'vitest';
import { temporalEnvironment } from '../../sandbox/temporal-environment.ts';
import { freshFolder } from '../support/folder.ts';

/** A machine that is set up for a cluster elsewhere, with variables and with a profile file. */
function elsewhere(): NodeJS.ProcessEnv {
  const home = freshFolder();
  const folders = [join(home, '.config'), join(home, 'Library', 'Application Support')];
  for (const folder of folders.map((folder) => join(folder, 'temporalio'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'temporal.toml'), '[profile.default]\nnamespace = "from-file"\napi_key = "from-file"\n');
  }
  return { HOME: home, TEMPORAL_NAMESPACE: 'production', TEMPORAL_TLS: 'true', TEMPORAL_API_KEY: 'secret' };
}

/** How a part with these variables would connect. */
function connecting(env: NodeJS.ProcessEnv, own: NodeJS.ProcessEnv) {
  const all = Object.entries({ ...env, ...own }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const { namespace, connectionOptions } = loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(all) });
  return {
    namespace,
    address: connectionOptions.address,
    apiKey: connectionOptions.apiKey,
    tls: connectionOptions.tls,
  };
}

describe('what a part is told of Temporal', () => {
  it('is, with a server of our own, its address and nothing of a cluster elsewhere', () => {
    const env = elsewhere();
    const own = temporalEnvironment({ DATA_DIR: freshFolder(), TEMPORAL_ADDRESS: undefined }, '127.0.0.1:7233', env);
    expect(connecting(env, own)).toEqual({ address: '127.0.0.1:7233' });
  });

  it('is, with a server that was given, also all that belongs to it', () => {
    const env = { ...elsewhere(), TEMPORAL_ADDRESS: 'cluster.example:7233' };
    const own = temporalEnvironment({ DATA_DIR: freshFolder(), ...env }, env.TEMPORAL_ADDRESS, env);
    expect(connecting(env, own)).toMatchObject({
      address: 'cluster.example:7233',
      namespace: 'production',
      apiKey: 'secret',
    });
  });
});
