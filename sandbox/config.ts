import { resolve } from 'node:path';
import { z } from 'zod';
import { LogLevel } from '../config.ts';
import { StartError } from './start-error.ts';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);

const Environment = z.object({
  /** Where everything the sandbox keeps is kept. */
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((folder) => resolve(folder)),
  API_PORT: port(8080),
  ISSUER_PORT: port(8081),
  VENDOR_PORT: port(8082),
  POSTGRES_PORT: port(54320),
  TEMPORAL_PORT: port(7233),
  TEMPORAL_UI_PORT: port(8233),
  /** Replaces the embedded Temporal server. */
  TEMPORAL_ADDRESS: z.string().min(1).optional(),
  /** Replaces the embedded Postgres. */
  DATABASE_URL: z.string().min(1).optional(),
  LOG_LEVEL: LogLevel,
});

export type SandboxConfig = z.infer<typeof Environment>;

/** Throws a StartError that names each variable at fault. An empty variable counts as not set. */
export function sandboxConfig(env: NodeJS.ProcessEnv = process.env): SandboxConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new StartError(`The configuration is not valid (${faults}).`, 'Correct or remove these environment variables.');
}
