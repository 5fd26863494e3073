import { type Response, Router } from 'express';
import { z } from 'zod';
import { send } from './answer.ts';
import type { EventSender } from './event-sender.ts';
import { EventsAs, type Occurrence } from './occurrence.ts';
import { activationCode, Id, Quantity } from './subscription-fields.ts';
import type { Vendor } from './vendor.ts';

const WithCode = EventsAs.extend({ code: activationCode });
const Assigned = EventsAs.extend({ quantity: Quantity.or(z.literal(0)) });

/** Lets something happen to a subscription that Changeover did not ask for, and has it told. */
export function occurrenceRoutes({ vendor, events }: { vendor: Vendor; events: EventSender }): Router {
  const routes = Router();

  routes.post('/subscriptions/:id/first-logon', (req, res) =>
    happen(req.params.id, res, { type: 'activated', activatedBy: 'firstLogon' }, EventsAs.parse(req.body ?? {})),
  );

  routes.post('/subscriptions/:id/activate-with-code', (req, res) =>
    happen(req.params.id, res, { type: 'activated', activatedBy: 'code' }, WithCode.parse(req.body)),
  );

  routes.post('/subscriptions/:id/assigned', (req, res) => {
    const { quantity, ...as } = Assigned.parse(req.body);
    return happen(req.params.id, res, { type: 'assignedQuantity', quantity }, as);
  });

  async function happen(id: string, res: Response, what: Occurrence, as: EventsAs & { code?: string }): Promise<void> {
    const answer = await vendor.happen(Id.parse(id), what, as);
    send(res, answer);
    events.sendUndelivered();
  }

  return routes;
}
