import { useInfiniteQuery } from '@tanstack/react-query';
import { useMe } from '../api/me.ts';
import { subscriptionsQuery } from '../api/subscriptions.ts';
import { Page } from '../shell/page.tsx';
import { Action } from '../ui/action.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { SubscriptionTable } from './subscription-table.tsx';

export function SubscriptionsPage() {
  const { role } = useMe();
  return (
    <Page title="Subscriptions">
      <SubscriptionList showsAccounts={role !== 'customer'} />
    </Page>
  );
}

/** Everything the person may see, page by page. */
export function SubscriptionList({ showsAccounts }: { showsAccounts: boolean }) {
  const list = useInfiniteQuery(subscriptionsQuery);
  const subscriptions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.isPending) return <Waiting label="Reading the subscriptions" />;
  return (
    <>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && subscriptions.length === 0 && <p>There are no subscriptions yet.</p>}
      {subscriptions.length > 0 && <SubscriptionTable subscriptions={subscriptions} showsAccounts={showsAccounts} />}
      {list.hasNextPage && (
        <div>
          <Action isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            Show more
          </Action>
        </div>
      )}
    </>
  );
}
