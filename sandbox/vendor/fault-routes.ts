import { Router } from 'express';
import { z } from 'zod';
import { ok, refusal, send } from './answer.ts';
import { Fault } from './fault.ts';
import type { ActiveFault, Faults } from './faults.ts';
import { Id } from './subscription-fields.ts';

const Target = z.union([Id, z.literal('*')]);

/** Switching faults on and off, and looking at them. */
export function faultRoutes(faults: Faults): Router {
  const routes = Router();

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
