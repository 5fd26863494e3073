import { type Response, Router } from 'express';
import { type Answer, send } from './answer.ts';
import type { Calls } from './calls.ts';
import type { CallKind } from './fault.ts';
import type { Faults } from './faults.ts';
import { misbehave } from './misbehave.ts';
import { Id, Operation } from './operation.ts';
import type { Vendor } from './vendor.ts';

/** The contract's own routes: each answers rightly, or as the fault says that it meets. */
export function contractRoutes({ vendor, faults, calls }: { vendor: Vendor; faults: Faults; calls: Calls }): Router {
  const routes = Router();
  // Kept for refused and unanswered operations too, so that a fault of the subscription also meets the look-ups of their keys.
  const subscriptionOf = new Map<string, string>();

  routes.put('/operations/:key', async (req, res) => {
    const operation = Operation.parse({ ...req.body, key: req.params.key });
    subscriptionOf.set(operation.key, operation.subscriptionId);
    await serve('apply', operation.key, res, () => vendor.apply(operation));
  });

  routes.get('/operations/:key', async (req, res) => {
    const key = Id.parse(req.params.key);
    await serve('lookUp', key, res, () => vendor.lookUp(key));
  });

  routes.post('/operations/:key/void', async (req, res) => {
    const key = Id.parse(req.params.key);
    await serve('void', key, res, () => vendor.voidKey(key));
  });

  routes.get('/subscriptions/:id', async (req, res) => {
    const id = Id.parse(req.params.id);
    await answer('read', id, res, { perform: () => vendor.subscription(id), wasApplied: false });
  });

  const serve = (kind: CallKind, key: string, res: Response, perform: () => Promise<Answer>) =>
    answer(kind, subscriptionOf.get(key), res, { perform, wasApplied: vendor.hasApplied(key) });

  async function answer(
    kind: CallKind,
    subscriptionId: string | undefined,
    res: Response,
    { perform, wasApplied }: { perform: () => Promise<Answer>; wasApplied: boolean },
  ): Promise<void> {
    calls.count(kind, subscriptionId);
    const fault = faults.meet(kind, subscriptionId);
    if (fault) await misbehave({ fault, res, perform, wasApplied });
    else send(res, await perform());
  }

  return routes;
}
