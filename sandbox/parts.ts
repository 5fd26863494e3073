import { join } from 'node:path';
import type { SandboxConfig } from './config.ts';
import { type NodePart, nodePart } from './node-part.ts';

/** What Changeover shows the simulated vendor, and what the vendor signs its events with. */
export type VendorSecrets = { vendorApiKey: string; vendorEventSecret: string };

/** One simulator plays every vendor of the sample catalogue. */
const forEachVendor = (given: (vendor: string) => unknown): string =>
  JSON.stringify(
    Object.fromEntries(
      ['managed-security', 'kaspersky', 'trend-micro', 'groupware'].map((vendor) => [vendor, given(vendor)]),
    ),
  );

/** Changeover's own processes and the stand-ins beside them, with what each is told. */
export const nodeParts = {
  beforeServers: ({ DATA_DIR: dataDir, ...config }: SandboxConfig, secrets: VendorSecrets) => ({
    vendor: nodePart(
      {
        name: 'vendor',
        entry: 'sandbox/vendor/main.ts',
        env: {
          VENDOR_PORT: String(config.VENDOR_PORT),
          VENDOR_LEDGER: join(dataDir, 'vendor', 'ledger.jsonl'),
          VENDOR_API_KEY: secrets.vendorApiKey,
          VENDOR_EVENTS_URL: `http://127.0.0.1:${config.API_PORT}/v1/vendor-events`,
          VENDOR_EVENTS_SECRET: secrets.vendorEventSecret,
          VENDOR_EVENTS_TENANT: 'acme',
        },
        readyWhen: { answers: `http://127.0.0.1:${config.VENDOR_PORT}/healthz` },
      },
      dataDir,
    ),
    issuer: nodePart(
      {
        name: 'issuer',
        entry: 'sandbox/issuer/main.ts',
        env: { ISSUER_PORT: String(config.ISSUER_PORT), ISSUER_KEY_FILE: join(dataDir, 'issuer-key.json') },
        readyWhen: { answers: `http://127.0.0.1:${config.ISSUER_PORT}/.well-known/jwks.json` },
      },
      dataDir,
    ),
  }),

  afterServers: (
    { DATA_DIR: dataDir, ...config }: SandboxConfig,
    given: {
      databaseUrl: string;
      temporal: NodePart['env'];
      webDir: string;
      workflowBundle: string;
      vendor: string;
    } & VendorSecrets,
  ) => {
    const asVendor = (vendor: string) => ({ url: `${given.vendor}/vendors/${vendor}`, apiKey: given.vendorApiKey });
    const common = {
      DATABASE_URL: given.databaseUrl,
      ...given.temporal,
      LOG_LEVEL: config.LOG_LEVEL,
    };
    return {
      worker: nodePart(
        {
          name: 'worker',
          entry: 'worker/main.ts',
          env: {
            ...common,
            WORKFLOW_BUNDLE: given.workflowBundle,
            VENDORS: forEachVendor(asVendor),
          },
          readyWhen: { says: /^worker ready$/ },
        },
        dataDir,
      ),
      api: nodePart(
        {
          name: 'api',
          entry: 'api/main.ts',
          env: {
            ...common,
            API_PORT: String(config.API_PORT),
            VENDOR_EVENT_SECRETS: forEachVendor(() => given.vendorEventSecret),
            OIDC_ISSUER: `http://127.0.0.1:${config.ISSUER_PORT}`,
            WEB_DIR: given.webDir,
          },
          readyWhen: { answers: `http://127.0.0.1:${config.API_PORT}/readyz` },
        },
        dataDir,
      ),
    };
  },
};
