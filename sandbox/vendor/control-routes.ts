import { Router } from 'express';
import { z } from 'zod';
import { ok, send } from './answer.ts';
import type { Calls } from './calls.ts';
import { type LeadTimeSetting, LeadTimes } from './lead-times.ts';
import { Registration } from './subscription.ts';
import { Id } from './subscription-fields.ts';
import type { Vendor } from './vendor.ts';

const Query = z.strictObject({ subscriptionId: Id.optional() });

type Parts = { vendor: Vendor; calls: Calls; leadTimes: LeadTimeSetting };

/** What a real vendor does not have: registering subscriptions, reading its books, and saying how long it takes. */
export function controlRoutes({ vendor, calls, leadTimes }: Parts): Router {
  const routes = Router();

  routes.put('/subscriptions/:id', async (req, res) => {
    send(res, await vendor.register(Id.parse(req.params.id), Registration.parse(req.body)));
  });

  routes.get('/ledger', async (req, res) => {
    send(res, await vendor.ledger(Query.parse(req.query).subscriptionId));
  });

  routes.get('/calls', (req, res) => {
    send(res, ok(calls.of(Query.parse(req.query).subscriptionId ?? '*')));
  });

  routes.get('/lead-times', (_req, res) => {
    send(res, ok(leadTimes.get()));
  });

  routes.put('/lead-times', (req, res) => {
    send(res, ok(leadTimes.set(LeadTimes.parse(req.body))));
  });

  return routes;
}
