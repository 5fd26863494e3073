import { join } from 'node:path';
import type { SandboxConfig } from './config.ts';
import { type NodePart, nodePart } from './node-part.ts';

/** Changeover's own processes and the stand-ins beside them, with what each is told. */
export const nodeParts = {
  beforeServers: ({ DATA_DIR: dataDir, ...config }: SandboxConfig, { vendorApiKey }: { vendorApiKey: string }) => ({
    vendor: nodePart(
      {
        name: 'vendor',
        entry: 'sandbox/vendor/main.ts',
        env: {
          VENDOR_PORT: String(config.VENDOR_PORT),
          VENDOR_LEDGER: join(dataDir, 'vendor', 'ledger.jsonl'),
          VENDOR_API_KEY: vendorApiKey,
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
      vendorApiKey: string;
    },
  ) => {
    const vendor = { url: given.vendor, apiKey: given.vendorApiKey };
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
            // One simulator plays every vendor of the sample catalogue.
            VENDORS: JSON.stringify({
              'managed-security': vendor,
              kaspersky: vendor,
              'trend-micro': vendor,
              groupware: vendor,
            }),
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
