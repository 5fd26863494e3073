import { useEffect, useState } from 'react';
import type { Subscription } from '../../client/generated/types.gen.ts';
import { Choice } from '../ui/choice.tsx';
import { ConfirmWindow } from './confirm-window.tsx';
import { NotificationWindow } from './notification/notification-window.tsx';
import { UnconfirmedBanner } from './notification/unconfirmed-banner.tsx';
import { useNotifications } from './notification/use-notifications.ts';
import { NoticeBanner } from './pending/notice-banner.tsx';
import { GoesOnBanner } from './progress/goes-on-banner.tsx';
import { ProgressWindow } from './progress/progress-window.tsx';
import { useOrderInHand } from './progress/use-order-in-hand.ts';
import { CommonWaysOut } from './rejection/common-ways-out.tsx';
import { inputsOf } from './rejection/order-rejection.ts';
import { replacedBy } from './rejection/ways-out.ts';
import { SubscriptionFacts } from './subscription/subscription-facts.tsx';
import { type OrderType, orderTypeScreen, orderTypes, type ScreenOrder } from './types/order-type-screens.ts';
import './order-screen.css';

/** S0's Order screen: choose, enter, Send, confirm, wait, hear of completion, confirm the notification. */
export function OrderScreen({ subscription }: { subscription: Subscription }) {
  const [type, setType] = useState<OrderType>('changeQuantity');
  const [asked, setAsked] = useState<ScreenOrder | null>(null);
  const inHand = useOrderInHand(subscription.id);
  const notifications = useNotifications(subscription.id);
  const { stage, isClosed, rejection, notice, round } = inHand;
  const { Form } = orderTypeScreen(type);

  const { current, reopen } = notifications;
  useEffect(() => {
    if (rejection && inputsOf(rejection, 'UNACKNOWLEDGED_ORDER')) reopen();
  }, [rejection, reopen]);

  const isWatching = stage !== null && !isClosed;
  return (
    <>
      {stage && isClosed && <GoesOnBanner stage={stage} subscription={subscription} onShow={inHand.show} />}
      {!isWatching && !current && notifications.count > 0 && (
        <UnconfirmedBanner count={notifications.count} onShow={reopen} />
      )}
      {notice && <NoticeBanner notice={notice} subscription={subscription} onClose={inHand.noticed} />}
      <div className="order-screen">
        <div className="card order-entry">
          <Choice<OrderType>
            label="Order type"
            value={type}
            onChange={setType}
            options={orderTypes.map((id) => ({ id, words: orderTypeScreen(id).label }))}
            isDisabled={stage !== null}
          />
          <Form
            subscription={subscription}
            round={round}
            rejection={rejection}
            waysOut={rejection && <CommonWaysOut rejection={rejection} onAsk={setAsked} />}
            isDisabled={stage !== null}
            onSend={setAsked}
            onConfirmed={inHand.send}
            onReconsider={inHand.reconsider}
          />
        </div>
        <SubscriptionFacts subscription={subscription} onTakenBack={inHand.takenBack} />
      </div>
      {asked && (
        <ConfirmWindow
          request={asked}
          replaced={replacedBy(asked, rejection, subscription)}
          subscription={subscription}
          onClose={() => setAsked(null)}
          onSave={() => {
            setAsked(null);
            inHand.send(asked);
          }}
        />
      )}
      {stage && !isClosed && <ProgressWindow stage={stage} subscription={subscription} onClose={inHand.close} />}
      {current && !isWatching && !asked && (
        <NotificationWindow
          key={current.id}
          order={current}
          onConfirmed={() => notifications.confirm(current)}
          onClose={() => notifications.close(current)}
        />
      )}
    </>
  );
}
