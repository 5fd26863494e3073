import type { PendingChange, Subscription } from '../../../client/generated/types.gen.ts';
import { SubscriptionState } from '../../subscriptions/subscription-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { quantityWords, rangeWords } from '../../words/quantity.ts';
import { PendingChanges } from '../pending/pending-changes.tsx';
import { lockWords } from './lock-words.ts';
import { termFacts } from './term-facts.ts';
import './subscription-facts.css';

type SubscriptionFactsProps = { subscription: Subscription; onTakenBack(change: PendingChange): void };

/** The subscription as it is before the order, and what is pending on it. */
export function SubscriptionFacts({ subscription, onTakenBack }: SubscriptionFactsProps) {
  const { id, account, product, plan, sku, quantity, assignedQuantity, state, trial, pendingChanges } = subscription;
  return (
    <section className="card" aria-labelledby="subscription-title">
      <h2 id="subscription-title">This subscription</h2>
      {lockWords(subscription).map((sentence) => (
        <p key={sentence} className="lock">
          {sentence}
        </p>
      ))}
      <PendingChanges changes={pendingChanges} onTakenBack={onTakenBack} />
      <Facts
        facts={[
          { name: 'Product', value: product.name },
          { name: 'Plan', value: plan.name },
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
          ...termFacts(subscription),
          { name: 'State', value: <SubscriptionState state={state} isTrial={trial} /> },
          { name: 'Id', value: <code>{id}</code> },
        ]}
      />
    </section>
  );
}
