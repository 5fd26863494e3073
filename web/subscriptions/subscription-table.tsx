import { Link } from 'react-router';
import type { SubscriptionSummary } from '../../client/generated/types.gen.ts';
import { quantityWords } from '../words/quantity.ts';
import { SubscriptionState } from './subscription-state.tsx';
import './subscription-table.css';

type SubscriptionTableProps = { subscriptions: readonly SubscriptionSummary[]; showsAccounts: boolean };

/** Subscriptions in rows; on a narrow screen each row becomes a card. */
export function SubscriptionTable({ subscriptions, showsAccounts }: SubscriptionTableProps) {
  return (
    <table className="subscriptions">
      <caption className="visually-hidden">Subscriptions</caption>
      <thead>
        <tr>
          <th scope="col">Product</th>
          {showsAccounts && <th scope="col">Account</th>}
          <th scope="col">Quantity</th>
          <th scope="col">In use</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {subscriptions.map((subscription) => (
          <SubscriptionRow key={subscription.id} subscription={subscription} showsAccounts={showsAccounts} />
        ))}
      </tbody>
    </table>
  );
}

function SubscriptionRow({
  subscription: { id, account, product, sku, quantity, assignedQuantity, state, trial },
  showsAccounts,
}: {
  subscription: SubscriptionSummary;
  showsAccounts: boolean;
}) {
  return (
    <tr>
      <th scope="row">
        {product.name}
        <span className="subscriptions-detail">{sku.name}</span>
        <span className="subscriptions-detail">{id}</span>
      </th>
      {showsAccounts && <td data-name="Account">{account.name}</td>}
      <td data-name="Quantity" className="subscriptions-quantity">
        {quantityWords(quantity, product.unit)}
      </td>
      <td data-name="In use">
        {assignedQuantity === null ? 'not reported' : quantityWords(assignedQuantity, product.unit)}
      </td>
      <td data-name="State">
        <SubscriptionState state={state} isTrial={trial} />
      </td>
      <td className="subscriptions-action">
        <Link to={`/order/${id}`} className="action action-secondary">
          Order
          <span className="visually-hidden">
            {' '}
            for {product.name}, {id}
          </span>
        </Link>
      </td>
    </tr>
  );
}
