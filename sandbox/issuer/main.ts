import { z } from 'zod';
import { keptSigningKey } from './signing-key.ts';
import { startIssuer } from './start.ts';

const Environment = z.object({
  ISSUER_PORT: z.coerce.number().int().min(1).max(65535).default(8081),
  /** Where the signing key is kept, so that tokens stay good over a restart. */
  ISSUER_KEY_FILE: z.string().min(1).default('.data/issuer-key.json'),
  ISSUER_AUDIENCE: z.string().min(1).default('changeover'),
  /** One more browser origin that may ask for tokens, beside the loopback ones. */
  ISSUER_ALLOWED_ORIGIN: z.url().optional(),
});

try {
  await main();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const env = Environment.parse(process.env);
  const issuer = await startIssuer({
    port: env.ISSUER_PORT,
    audience: env.ISSUER_AUDIENCE,
    keys: [await keptSigningKey(env.ISSUER_KEY_FILE)],
    allowedOrigin: env.ISSUER_ALLOWED_ORIGIN,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void issuer.close());
  console.log(`The token issuer listens on ${issuer.url}`);
}

function sentence(error: unknown): string {
  if (error instanceof z.ZodError) return `The token issuer's configuration is not valid:\n${z.prettifyError(error)}`;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} on 127.0.0.1 is taken; set ISSUER_PORT to a free one.`;
  return `The token issuer cannot start: ${error.message}`;
}
