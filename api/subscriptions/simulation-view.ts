import type { FactKind } from '../../domain/apply-fact.ts';
import type { Product } from '../../domain/catalogue.ts';
import type { Simulation, TimelineEntry } from '../../domain/simulate.ts';
import { DecisionView, decisionView, OrderTypeName, PendingChangeView } from '../orders/decision-view.ts';
import { ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';
import { pendingChangeWords } from './outlook.ts';
import { SnapshotView, snapshotView } from './snapshot-view.ts';

const factKinds = {
  billing: 'billing',
  activated: 'activated',
  expired: 'expired',
  assignedQuantity: 'assignedQuantity',
  planLifecycle: 'planLifecycle',
  compositionChanged: 'compositionChanged',
  compositionApproved: 'compositionApproved',
} as const satisfies { [K in FactKind]: K };

/** The trace of a hundred decisions would hide what happens. */
const Decided = DecisionView.omit({ trace: true }).openapi('HypotheticalDecision');

const TimelineEntryView = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['order', 'decidedOnItsDay']),
      date: ShownDate,
      orderId: z.string().openapi({ description: 'Of a supposed order: step-<place in steps>, from 0' }),
      orderType: OrderTypeName,
      decision: Decided,
    }),
    z.object({ kind: z.literal('effect'), date: ShownDate, orderId: z.string(), orderType: OrderTypeName }),
    z.object({ kind: z.literal('fact'), date: ShownDate, fact: z.enum(factKinds) }),
    z.object({ kind: z.enum(['renewal', 'expiry', 'resumption', 'activation']), date: ShownDate }),
  ])
  .openapi('TimelineEntry');

export const SimulationView = z
  .object({
    subscriptionId: z.string(),
    timeZone: z.string(),
    from: ShownDate,
    until: ShownDate,
    policy: z.object({ id: z.string(), version: z.int() }),
    timeline: z.array(TimelineEntryView),
    quantityPerMonth: z
      .array(z.object({ month: z.string(), quantity: z.int() }))
      .openapi({ description: 'Licensed units on the last day of each month; 0 once it has ended' }),
    after: SnapshotView.openapi({ description: 'The subscription on the last day' }),
    pendingChanges: z.array(PendingChangeView).openapi({ description: 'What is still pending after the last day' }),
  })
  .openapi('Simulation');

export const simulationView = (
  { timeline, quantityPerMonth, subscription, pendingChanges }: Simulation,
  product: Product,
) => ({
  timeline: timeline.map(entryView),
  quantityPerMonth,
  after: snapshotView(subscription),
  pendingChanges: pendingChanges.map((pending) => pendingChangeWords(pending, product)),
});

const entryView = (entry: TimelineEntry) =>
  'decision' in entry ? { ...entry, decision: decisionView(entry.decision) } : entry;
