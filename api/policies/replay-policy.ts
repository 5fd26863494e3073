import { asTenant } from '../../db/client.ts';
import { ordersUnderPolicy } from '../../db/judged-orders.ts';
import type { OrderRow } from '../../db/orders.ts';
import { orderStates } from '../../domain/order.ts';
import { orderTypes } from '../../domain/order-types.ts';
import type { Policy } from '../../domain/policy.ts';
import { type PolicyDifference, replayDecision } from '../../domain/policy-replay.ts';
import type { RejectionCode } from '../../domain/rejections.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { page, positionIn } from '../page.ts';
import { Instant, ShownDate } from '../plain-date.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { z } from '../zod-openapi.ts';
import { examine } from './draft.ts';
import { validRules } from './publish-policy.ts';

const Verdict = z.object({
  outcome: z.enum(['accepted', 'rejected']),
  effectiveDate: ShownDate.nullable(),
  codes: z.array(z.string()).openapi({ description: 'Of every rule that rejects' }),
});

const Difference = z.object({
  orderId: z.uuid(),
  type: z.enum(Object.keys(orderTypes) as [string, ...string[]]),
  state: z.enum(orderStates).openapi({ description: 'As it stands now' }),
  accountId: z.string(),
  subscriptionId: z.string(),
  productId: z.string(),
  submittedAt: Instant,
  decisionDate: ShownDate,
  before: Verdict,
  after: Verdict,
});

export const PolicyReplay = z
  .object({
    replayed: z.int().openapi({ description: 'Orders of this page that were decided again' }),
    differing: z.int(),
    notReplayed: z
      .array(z.uuid())
      .openapi({ description: 'Orders whose facts were kept in a form that no longer can be read' }),
    items: z.array(Difference).openapi({ description: 'The orders that differ, newest first' }),
    nextPageToken: z.string().nullable(),
  })
  .openapi('PolicyReplay');

/** Newest first: when it was submitted, then its id. */
const Position = z.tuple([z.iso.datetime().refine((instant) => instant >= '0001'), z.uuid()]);

/**
 * Decides the orders of the policy's products again under a draft, on the facts of their day, and tells which verdicts would
 * differ. Stores nothing. Throws POLICY_NOT_FOUND, POLICY_NOT_VALID, INVALID_REQUEST for a token that no replay gave.
 */
export async function replayPolicy(
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
  { tenant }: Actor,
  id: string,
  draft: {
    rules: Record<string, unknown>;
    since?: Date | undefined;
    limit: number;
    pageToken?: string | undefined;
  },
): Promise<Answer> {
  const { since, limit, pageToken } = draft;
  const position = positionIn(pageToken, Position);
  const after = position && { submittedAt: position[0], id: position[1] };
  const { policy, orders } = await asTenant(database, 'changeover_api', tenant, async (transaction) => {
    const report = await examine(transaction, id, draft, now());
    if (report.latestVersion === 0) throw new Problem('POLICY_NOT_FOUND');
    const { latestVersion, earliestEffectiveFrom: effectiveFrom } = report;
    const policy: Policy = { id, version: latestVersion + 1, effectiveFrom, rules: validRules(report) };
    const orders = await ordersUnderPolicy(transaction, id, { after, limit: limit + 1 });
    return { policy, orders: orders.filter(({ submittedAt }) => since === undefined || submittedAt >= since) };
  });
  const { items, nextPageToken } = page(orders, limit, (order) => [order.submittedAt.toISOString(), order.id]);
  const verdicts = items.map((order) => replayed(order, policy));
  const differences = verdicts.flatMap((verdict) => (verdict === 'unreadable' ? [] : (verdict ?? [])));
  const notReplayed = items.filter((_, place) => verdicts[place] === 'unreadable').map((order) => order.id);
  return {
    status: 200,
    body: {
      replayed: items.length - notReplayed.length,
      differing: differences.length,
      notReplayed,
      items: differences,
      nextPageToken,
    },
  };
}

/** The domain's decisions never throw; what was stored by another version may lack what they look at, and must not hide the rest. */
function replayed(order: OrderRow, policy: Policy): ReturnType<typeof differenceOf> | 'unreadable' {
  try {
    return differenceOf(order, policy);
  } catch (error) {
    if (error instanceof TypeError) return 'unreadable';
    throw error;
  }
}

function differenceOf({ id: orderId, request, judged, decision, ...order }: OrderRow, policy: Policy) {
  const difference = replayDecision({ orderId, judged: { ...judged, order: request }, decision }, policy);
  return (
    difference && {
      orderId,
      type: order.type,
      state: order.state,
      accountId: order.accountId,
      subscriptionId: order.subscriptionId,
      productId: order.productId,
      submittedAt: order.submittedAt.toISOString(),
      decisionDate: decision.decisionDate,
      before: verdictView(difference.before),
      after: verdictView(difference.after),
    }
  );
}

const verdictView = ({ codes, ...verdict }: PolicyDifference['before']) => ({
  ...verdict,
  codes: codes satisfies readonly RejectionCode[] as readonly string[],
});
