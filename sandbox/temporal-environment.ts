import { join } from 'node:path';
import type { SandboxConfig } from './config.ts';

/**
 * The variables that tell a part where Temporal is. With a server of our own, nothing else that this machine is set up for
 * may count: a namespace, a key or a profile file of another cluster would keep the part from connecting.
 */
export function temporalEnvironment(
  { DATA_DIR, TEMPORAL_ADDRESS }: Pick<SandboxConfig, 'DATA_DIR' | 'TEMPORAL_ADDRESS'>,
  address: string,
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string | undefined> {
  if (TEMPORAL_ADDRESS !== undefined) return { TEMPORAL_ADDRESS: address };
  const others = Object.keys(env).filter((name) => name.startsWith('TEMPORAL_'));
  return {
    ...Object.fromEntries(others.map((name) => [name, undefined])),
    TEMPORAL_ADDRESS: address,
    // A file that is not there: only so is the profile in the user's home not looked at.
    TEMPORAL_CONFIG_FILE: join(DATA_DIR, 'no-temporal-profile.toml'),
  };
}
