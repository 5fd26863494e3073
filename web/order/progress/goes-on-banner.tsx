import type { Subscription } from '../../../client/generated/types.gen.ts';
import { Action } from '../../ui/action.tsx';
import { Banner } from '../../ui/banner.tsx';
import { clauseOf } from '../types/order-type-screens.ts';
import type { Stage } from './stage.ts';

type GoesOnBannerProps = { stage: Stage; subscription: Subscription; onShow(): void };

/** Stays on the Order screen after the progress window has been closed, until the order has ended. */
export function GoesOnBanner({ stage: { kind, request }, subscription, onShow }: GoesOnBannerProps) {
  const clause = request && clauseOf(request, subscription);
  return (
    <Banner
      kind="waiting"
      title={
        kind === 'held'
          ? 'An order for this subscription is being looked into'
          : 'An order for this subscription is still being processed'
      }
      action={<Action onPress={onShow}>Show its progress</Action>}
    >
      <p>
        {clause && `It changes ${subscription.product.name} ${clause}. `}
        {request && !clause && `It is of the type ${request.type}. `}
        {kind !== 'held' && 'It goes on by itself. '}
        Its result will be shown here; until then nothing else can be ordered.
      </p>
    </Banner>
  );
}
