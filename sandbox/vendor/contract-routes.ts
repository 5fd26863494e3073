import { type Response, Router } from 'express';
import { type Answer, send } from './answer.ts';
import type { Calls } from './calls.ts';
import type { CallKind } from './fault.ts';
import type { ContractCall, Faults } from './faults.ts';
import type { LeadTimeSetting } from './lead-times.ts';
import { misbehave } from './misbehave.ts';
import { Operation } from './operation.ts';
import { Id } from './subscription-fields.ts';
import type { Vendor } from './vendor.ts';

type Parts = { vendor: Vendor; faults: Faults; calls: Calls; leadTimes: LeadTimeSetting };

/** The contract's own routes: each answers rightly, or as the fault says that it meets. Mounted below `/vendors/:vendor`, as that vendor. */
export function contractRoutes({ vendor, faults, calls, leadTimes }: Parts): Router {
  const routes = Router({ mergeParams: true });
  // Kept for refused and unanswered operations too, so that a fault of the subscription also meets the look-ups of their keys.
  const asked = new Map<string, Operation>();

  routes.put<'/operations/:key', { key: string; vendor?: string }>('/operations/:key', async (req, res) => {
    const operation = Operation.parse({ ...req.body, key: req.params.key });
    const as = Id.optional().parse(req.params.vendor);
    asked.set(operation.key, operation);
    await serve('apply', operation.key, res, async () => {
      if (!vendor.applied(operation.key)) await leadTimes.pass(operation.operation);
      return vendor.apply(operation, as);
    });
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
    const call = { kind: 'read' as const, subscriptionId: id, operation: undefined };
    await answer(call, res, { perform: () => vendor.subscription(id), wasApplied: false });
  });

  const serve = (kind: CallKind, key: string, res: Response, perform: () => Promise<Answer>) => {
    const applied = vendor.applied(key);
    const { subscriptionId, operation } = asked.get(key) ?? applied ?? {};
    return answer({ kind, subscriptionId, operation }, res, { perform, wasApplied: applied !== undefined });
  };

  async function answer(
    call: ContractCall,
    res: Response,
    { perform, wasApplied }: { perform: () => Promise<Answer>; wasApplied: boolean },
  ): Promise<void> {
    calls.count(call.kind, call.subscriptionId);
    const fault = faults.meet(call);
    if (fault) await misbehave({ fault, res, perform, wasApplied });
    else send(res, await perform());
  }

  return routes;
}
