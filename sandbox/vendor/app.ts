import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import { refusal, send } from './answer.ts';
import { createCalls } from './calls.ts';
import { contractRoutes } from './contract-routes.ts';
import { controlRoutes } from './control-routes.ts';
import { createEventSender, type EventReceiver } from './event-sender.ts';
import { faultRoutes } from './fault-routes.ts';
import { createFaults } from './faults.ts';
import { createLeadTimes } from './lead-times.ts';
import type { Ledger } from './ledger.ts';
import { occurrenceRoutes } from './occurrence-routes.ts';
import { createVendor } from './vendor.ts';

export type VendorAppOptions = {
  ledger: Ledger;
  apiKey: string;
  /** Where events go, and for which tenant where nothing else says; without it they go nowhere. */
  events?: (EventReceiver & { tenant?: string | undefined }) | undefined;
};

/** The simulated vendor over HTTP. All but `/healthz` asks for `apiKey` as bearer token. Sends the events that an earlier process left. */
export function createVendorApp({ ledger, apiKey, events: receiver }: VendorAppOptions): Express {
  const vendor = createVendor(ledger, { tenant: receiver?.tenant });
  const events = createEventSender({ vendor, receiver });
  const [faults, calls, leadTimes] = [createFaults(), createCalls(), createLeadTimes()];
  const app = express().disable('x-powered-by');
  app.get('/healthz', (_req, res) => res.json({ status: 'ok' }));
  app.use(keyHolders(apiKey), express.json({ limit: '16kb' }));
  const contract = contractRoutes({ vendor, faults, calls, leadTimes });
  app.use('/vendors/:vendor', contract);
  app.use(
    contract,
    controlRoutes({ vendor, calls, leadTimes }),
    occurrenceRoutes({ vendor, events }),
    faultRoutes(faults),
  );
  app.use((_req, res) => send(res, refusal(404, 'NOT_FOUND', 'There is nothing at this address.')));
  app.use(toAnswer);
  events.sendUndelivered();
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
