import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Order } from '../../../client/generated/types.gen.ts';
import { ApiFailure } from '../../api/failure.ts';
import { useMe } from '../../api/me.ts';
import { confirmSeen } from '../../api/orders.ts';
import { subscriptionQuery } from '../../api/subscriptions.ts';
import { Action } from '../../ui/action.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { Window, WindowActions } from '../../ui/window.tsx';
import { instantWords } from '../../words/time.ts';
import { failureFacts } from './failure-facts.tsx';
import './notification-window.css';

type NotificationWindowProps = { order: Order; onConfirmed(): void; onClose(): void };

/** What became of an order, to be confirmed by ticking its box. */
export function NotificationWindow({ order, onConfirmed, onClose }: NotificationWindowProps) {
  const { tenant } = useMe();
  const [isTicked, setTicked] = useState(false);
  const [isTickMissing, setTickMissing] = useState(false);
  const subscription = useQuery(subscriptionQuery(order.subscriptionId));
  const confirming = useMutation({ mutationFn: () => confirmSeen(order.id), onSuccess: onConfirmed });
  const timeZone = subscription.data?.product.timeZone ?? 'UTC';
  const { notice } = order.acknowledgement;

  return (
    <Window title="Order status notification" onClose={onClose}>
      <div className="notification">
        <h3 className={order.state === 'failed' ? 'notification-failed' : 'notification-done'}>
          {notice?.title ?? order.state}
        </h3>
        <p>{notice?.text}</p>
      </div>
      <Facts
        facts={[
          ...(order.state === 'failed' ? failureFacts(order, tenant.supportContact) : []),
          { name: 'Order', value: <code>{order.id}</code> },
          { name: 'Finished', value: order.finishedAt ? instantWords(order.finishedAt, timeZone) : 'not yet' },
        ]}
      />
      <TickBox
        label="Order status check"
        help="I have read this notification. It comes back until this is ticked."
        isTicked={isTicked}
        onChange={(isTicked) => {
          setTicked(isTicked);
          setTickMissing(false);
        }}
        error={isTickMissing ? 'Tick this box first, to confirm that you have read the notification.' : undefined}
      />
      {confirming.error && (
        <p role="alert" className="field-error">
          {confirming.error instanceof ApiFailure
            ? `${confirming.error.words.title}. Your confirmation has not been recorded: press OK again.`
            : 'Your confirmation has not been recorded: press OK again.'}
        </p>
      )}
      <WindowActions>
        <Action
          kind="primary"
          isPending={confirming.isPending}
          onPress={() => (isTicked ? confirming.mutate() : setTickMissing(true))}
        >
          OK
        </Action>
        <Action onPress={onClose}>Close</Action>
      </WindowActions>
    </Window>
  );
}
