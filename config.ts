import { loadClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);

/** One vendor that can provision: where its contract is spoken, with which key, and how fast it may be called. */
const Vendor = z.strictObject({
  url: z.url(),
  apiKey: z.string().min(1),
  /** Calls per second over all workers together (the server enforces it on the vendor's task queue). */
  callsPerSecond: z.number().positive().default(50),
});

const VendorName = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** JSON with something for each vendor; `form` says in the message what it looks like. */
const perVendor = <T extends z.ZodType>(each: T, form: string) =>
  z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: `Must be JSON: ${form}` });
        return z.NEVER;
      }
    })
    .pipe(z.record(VendorName, each));

/** As Standard Webhooks has it: 24 to 64 bytes in base64. */
const SigningSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'Must be whsec_ and 24 to 64 bytes in base64')
  .refine((secret) => Buffer.from(secret.slice(6), 'base64').toString('base64') === secret.slice(6), 'Is no base64');

const Database = z.object({
  /** A login that may act as the roles changeover_api and changeover_worker; migrations need their owner. */
  DATABASE_URL: z.string().min(1),
});

/** From which severity on a process writes to its log. */
export const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info');

const Log = z.object({ LOG_LEVEL: LogLevel });

const Api = Database.extend(Log.shape).extend({
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port(8080),
  /** Whose tokens are accepted: the `iss` claim, and where the public keys are. */
  OIDC_ISSUER: z.url(),
  OIDC_JWKS_URI: z.url().optional(),
  OIDC_AUDIENCE: z.string().default('changeover'),
  /** What each vendor signs its events with; the events of any other are refused. */
  VENDOR_EVENT_SECRETS: perVendor(SigningSecret, '{"<vendor>": "whsec_…"}'),
  /** Folder of the built browser app; without it the API serves no pages. */
  WEB_DIR: z.string().optional(),
});

const Worker = Database.extend(Log.shape).extend({
  VENDORS: perVendor(Vendor, '{"<vendor>": {"url": …, "apiKey": …}}'),
  /** A workflow bundle built beforehand; without it the worker builds one when it starts. */
  WORKFLOW_BUNDLE: z.string().optional(),
  /** Seconds of one HTTP request to a vendor before its outcome counts as unknown. */
  VENDOR_TIMEOUT_SECONDS: z.coerce.number().positive().default(10),
});

export type ApiConfig = z.infer<typeof Api>;
export type WorkerConfig = z.infer<typeof Worker>;
export type DatabaseConfig = z.infer<typeof Database>;

/** Thrown when the environment does not make a valid configuration; the message names each variable at fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const read =
  <T extends z.ZodType>(schema: T) =>
  (env: NodeJS.ProcessEnv = process.env): z.infer<T> => {
    const parsed = schema.safeParse(env);
    if (parsed.success) return parsed.data;
    throw new ConfigError(`The configuration is not valid:\n${z.prettifyError(parsed.error)}`);
  };

export const apiConfig = read(Api);
export const workerConfig = read(Worker);
export const databaseConfig = read(Database);

/** Where Temporal is: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, TEMPORAL_TLS… or a profile file, as Temporal's own tools read them. */
export function temporalConfig() {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  return { connectionOptions, namespace };
}
