import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import { refusal, send } from './answer.ts';
import { createCalls } from './calls.ts';
import { contractRoutes } from './contract-routes.ts';
import { controlRoutes } from './control-routes.ts';
import { createFaults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import { createVendor } from './vendor.ts';

/** The simulated vendor over HTTP. All but `/healthz` asks for `apiKey` as bearer token. */
export function createVendorApp({ ledger, apiKey }: { ledger: Ledger; apiKey: string }): Express {
  const parts = { vendor: createVendor(ledger), faults: createFaults(), calls: createCalls() };
  const app = express().disable('x-powered-by');
  app.get('/healthz', (_req, res) => res.json({ status: 'ok' }));
  app.use(keyHolders(apiKey), express.json({ limit: '16kb' }), contractRoutes(parts), controlRoutes(parts));
  app.use((_req, res) => send(res, refusal(404, 'NOT_FOUND', 'There is nothing at this address.')));
  app.use(toAnswer);
  return app;
}

const keyHolders =
  (apiKey: string): RequestHandler =>
  (req, res, next) => {
    if (req.headers.authorization === `Bearer ${apiKey}`) next();
    else send(res, refusal(401, 'UNAUTHORIZED', 'Send the key: Authorization: Bearer <key>.'));
  };

const toAnswer: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error);
  if (error instanceof z.ZodError) return send(res, refusal(400, 'INVALID_REQUEST', z.prettifyError(error)));
  // Only what the body parser refuses carries a 4xx; all else is a fault of this program or of its disk.
  if (error.status >= 400 && error.status < 500)
    return send(res, refusal(error.status, 'INVALID_REQUEST', 'The request cannot be read.'));
  console.error(error);
  send(res, refusal(500, 'INTERNAL', 'Something went wrong in the simulated vendor.'));
};
