import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxConfig } from './config.ts';
import { keptSigningSecret } from './kept-secret.ts';
import { sendSignedEvent } from './vendor/signed-event.ts';

const usage = `Say what a vendor reports, as JSON, for example:

  npm run -s vendor-event -- '{"vendor":"trend-micro","type":"compositionChanged","data":{"planId":"worry-free-suite-essentials"}}'
  npm run -s vendor-event -- '{"vendor":"kaspersky","type":"assignedQuantity","data":{"subscriptionId":"vendor-sub-hana-endpoint","quantity":21}}'

Where they are not given, the tenant is acme, effectiveAt now, and the event a new one (a second argument names it).`;

try {
  await main(process.argv[2], process.argv[3]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Sends the running sandbox an event that is signed like those of its simulated vendor, and prints the answer. */
async function main(json: string | undefined, id = `by-hand-${Date.now()}`): Promise<void> {
  if (json === undefined) throw new Error(usage);
  const { DATA_DIR, API_PORT } = sandboxConfig();
  const keyFile = join(DATA_DIR, 'vendor-events.key');
  if (!existsSync(keyFile)) throw new Error(`There is no sandbox in ${DATA_DIR}: start it with npm start.`);
  const url = `http://127.0.0.1:${API_PORT}/v1/vendor-events`;
  const event = { tenant: 'acme', effectiveAt: new Date().toISOString(), ...parsed(json) };
  const answer = await sendSignedEvent({ url, secret: keptSigningSecret(keyFile), id, event });
  console.log(answer.status, await answer.text());
  if (!answer.ok) process.exitCode = 1;
}

function parsed(json: string): object {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(usage);
  }
}
