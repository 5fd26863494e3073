import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Order, Subscription } from '../../../client/generated/types.gen.ts';
import { orderQuery } from '../../api/orders.ts';
import { Action } from '../../ui/action.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { Notice } from '../progress/in-hand.ts';
import { scheduledWords } from './scheduled-words.ts';

type NoticeBannerProps = { notice: Notice; subscription: Subscription; onClose(): void };

/** What has just become of an order that leads to no other window. Comes into view and takes the focus when it appears. */
export function NoticeBanner({ notice, subscription, onClose }: NoticeBannerProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Named so that the effect runs anew for each notice.
    if (notice) place.current?.focus();
  }, [notice]);
  return (
    <div ref={place} tabIndex={-1}>
      {notice.kind === 'scheduled' ? (
        <ScheduledBanner order={notice.order} subscription={subscription} onClose={onClose} />
      ) : (
        <Banner kind="news" title="Taken back" action={<Action onPress={onClose}>OK</Action>}>
          <p>“{notice.change.words}” will not take effect.</p>
          <p>
            Order <code>{notice.change.orderId}</code>
          </p>
        </Banner>
      )}
    </div>
  );
}

function ScheduledBanner({
  order,
  subscription,
  onClose,
}: {
  order: Order;
  subscription: Subscription;
  onClose(): void;
}) {
  const { data } = useQuery({ ...orderQuery(order.id), initialData: order });
  // Its day has come, or it was taken back elsewhere: then this would no longer be true.
  if (data.state !== 'scheduled') return null;
  return (
    <Banner kind="news" title={scheduledWords(order, subscription)} action={<Action onPress={onClose}>OK</Action>}>
      <p>To take it back before that day, press “Take back” under “Pending changes”.</p>
      <p>
        Order <code>{order.id}</code>
      </p>
    </Banner>
  );
}
