import type { Entry } from '../../sandbox/vendor/entry.ts';
import type { Stack } from './stack.ts';

type Applied = Extract<Entry, { kind: 'applied' }>;

/** What the vendor has done to a subscription, in its order, as its own ledger says. */
export async function effectsOn({ vendor }: Pick<Stack, 'vendor'>, subscriptionId: string): Promise<Applied[]> {
  const entries = await vendor.ledger(`vendor-${subscriptionId}`);
  return entries.filter((entry): entry is Applied => entry.kind === 'applied');
}
