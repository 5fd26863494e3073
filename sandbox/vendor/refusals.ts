import { type Answer, refusal } from './answer.ts';
import type { Change } from './operation.ts';
import type { Subscription } from './subscription.ts';

/** Why this vendor does not make the change to the subscription as it is; undefined when it does. */
export function refusalOf(subscription: Subscription | undefined, { operation }: Change): Answer | undefined {
  if (!subscription) return refusal(422, 'UNKNOWN_SUBSCRIPTION', 'There is no such subscription.');
  const { state } = subscription;
  if (state === 'terminated') return refusal(422, 'SUBSCRIPTION_TERMINATED', 'The subscription has ended.');
  if (operation === 'suspend' && state === 'suspended')
    return refusal(422, 'ALREADY_SUSPENDED', 'The subscription is suspended already.');
  if (operation === 'suspend' && state !== 'active')
    return refusal(422, 'NOT_ACTIVE', 'Only an active subscription can be suspended.');
  if (operation === 'activate' && state !== 'suspended' && state !== 'pendingActivation')
    return refusal(422, 'NOT_SUSPENDED', 'The subscription is not suspended.');
  return undefined;
}
