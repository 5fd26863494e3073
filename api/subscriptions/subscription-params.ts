import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';

export const tag = 'Subscriptions';

export const SubscriptionParams = z.object({ subscriptionId: Id });
