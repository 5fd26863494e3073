import type { Subscription } from '../../client/generated/types.gen.ts';
import { SubscriptionState } from '../subscriptions/subscription-state.tsx';
import { Facts } from '../ui/facts.tsx';
import { quantityWords, rangeWords } from '../words/quantity.ts';

/** The subscription as it is before the order. */
export function SubscriptionFacts({ subscription }: { subscription: Subscription }) {
  const { id, account, product, sku, quantity, assignedQuantity, state, trial } = subscription;
  return (
    <section className="card" aria-labelledby="subscription-title">
      <h2 id="subscription-title">This subscription</h2>
      <Facts
        facts={[
          { name: 'Product', value: product.name },
          { name: 'SKU', value: sku.name },
          { name: 'Account', value: account.name },
          { name: 'Quantity now', value: <strong>{quantityWords(quantity, product.unit)}</strong> },
          {
            name: 'In use',
            value: assignedQuantity === null ? 'not reported' : quantityWords(assignedQuantity, product.unit),
          },
          {
            name: 'Allowed',
            value: rangeWords(sku.minimumQuantity, sku.maximumQuantity, product.unit) ?? 'any quantity',
          },
          { name: 'State', value: <SubscriptionState state={state} isTrial={trial} /> },
          { name: 'Id', value: <code>{id}</code> },
        ]}
      />
    </section>
  );
}
