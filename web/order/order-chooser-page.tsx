import { useInfiniteQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { useMe } from '../api/me.ts';
import { subscriptionsQuery } from '../api/subscriptions.ts';
import { Page } from '../shell/page.tsx';
import { SubscriptionList } from '../subscriptions/subscriptions-page.tsx';
import { NotificationWindow } from './notification/notification-window.tsx';
import { useNotifications } from './notification/use-notifications.ts';

/** The way from the menu to the Order screen: through choosing the subscription, where there is a choice. */
export function OrderChooserPage() {
  const { role } = useMe();
  const { data } = useInfiniteQuery(subscriptionsQuery);
  const { current, confirm, close } = useNotifications();
  const [first, ...others] = data?.pages.flatMap(({ items }) => items) ?? [];
  if (first && others.length === 0) return <Navigate to={`/order/${first.id}`} replace />;
  return (
    <Page title="Order" lead="Choose the subscription to change.">
      <SubscriptionList showsAccounts={role !== 'customer'} />
      {current && (
        <NotificationWindow
          key={current.id}
          order={current}
          onConfirmed={() => confirm(current)}
          onClose={() => close(current)}
        />
      )}
    </Page>
  );
}
