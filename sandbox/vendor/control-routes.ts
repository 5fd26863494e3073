import { Router } from 'express';
import { z } from 'zod';
import { ok, refusal, send } from './answer.ts';
import type { Calls } from './calls.ts';
import { Fault } from './fault.ts';
import type { ActiveFault, Faults } from './faults.ts';
import { Id, Registration } from './operation.ts';
import type { Vendor } from './vendor.ts';

const Target = z.union([Id, z.literal('*')]);
const Query = z.strictObject({ subscriptionId: Id.optional() });

/** What a real vendor does not have: registering subscriptions, reading its books, and switching faults. */
export function controlRoutes({ vendor, faults, calls }: { vendor: Vendor; faults: Faults; calls: Calls }): Router {
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

  routes.get('/faults', (_req, res) => {
    send(res, ok({ faults: faults.all().map(shown) }));
  });

  routes.get('/faults/:target', (req, res) => {
    const fault = faults.get(req.params.target);
    send(res, fault ? ok(shown(fault)) : noFault);
  });

  routes.put('/faults/:target', (req, res) => {
    send(res, ok(shown(faults.set(Target.parse(req.params.target), Fault.parse(req.body)))));
  });

  routes.delete('/faults/:target', (req, res) => {
    faults.clear(req.params.target);
    res.status(204).end();
  });

  routes.post('/faults/:target/release', (req, res) => {
    const fault = faults.clear(req.params.target);
    send(res, fault ? ok({ released: fault.held }) : noFault);
  });

  return routes;
}

const noFault = refusal(404, 'NO_FAULT', 'No fault is set there.');

const shown = ({ over: _, ...fault }: ActiveFault) => fault;
