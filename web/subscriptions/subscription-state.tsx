import type { Subscription } from '../../client/generated/types.gen.ts';
import { Badge, type BadgeKind } from '../ui/badge.tsx';

const states: Record<Subscription['state'], { words: string; kind: BadgeKind }> = {
  pendingActivation: { words: 'Pending activation', kind: 'waiting' },
  active: { words: 'Active', kind: 'good' },
  suspended: { words: 'Suspended', kind: 'waiting' },
  terminated: { words: 'Terminated', kind: 'neutral' },
  expired: { words: 'Expired', kind: 'bad' },
};

export function SubscriptionState({ state, isTrial }: { state: Subscription['state']; isTrial: boolean }) {
  const { words, kind } = states[state];
  return (
    <span className="subscription-state">
      <Badge kind={kind}>{words}</Badge>
      {isTrial && <Badge kind="neutral">Trial</Badge>}
    </span>
  );
}
