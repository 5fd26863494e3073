import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ApiFailure } from '../api/failure.ts';
import { subscriptionQuery } from '../api/subscriptions.ts';
import { Page } from '../shell/page.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { OrderScreen } from './order-screen.tsx';

/** The Order screen of the subscription in the address. */
export function OrderPage() {
  const { subscriptionId = '' } = useParams();
  const subscription = useQuery(subscriptionQuery(subscriptionId));
  const isAbsent = subscription.error instanceof ApiFailure && subscription.error.status === 404;
  return (
    <Page
      title="Order"
      lead={subscription.data && `${subscription.data.product.name} of ${subscription.data.account.name}`}
    >
      {subscription.isPending && <Waiting label="Reading the subscription" />}
      {/* Each subscription is a visit of its own. */}
      {subscription.data && <OrderScreen key={subscriptionId} subscription={subscription.data} />}
      {!subscription.data && isAbsent && (
        <p>
          There is no such subscription. <Link to="/subscriptions">Go to your subscriptions</Link>
        </p>
      )}
      {!subscription.data && subscription.error && !isAbsent && (
        <Failure error={subscription.error} onRetry={() => void subscription.refetch()} />
      )}
    </Page>
  );
}
