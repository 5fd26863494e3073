import { useEffect } from 'react';
import type { Subscription } from '../../../client/generated/types.gen.ts';
import { useMe } from '../../api/me.ts';
import { Action } from '../../ui/action.tsx';
import { Contact } from '../../ui/contact.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Window, WindowActions } from '../../ui/window.tsx';
import { clauseOf } from '../types/order-type-screens.ts';
import { Done } from './done.tsx';
import { progressWords } from './progress-words.ts';
import type { Stage } from './stage.ts';
import { useIsLate } from './use-is-late.ts';
import './progress-window.css';

/** Long enough to be read; what it says comes again in the notification that follows. */
const COMPLETED_FOR_MS = 5_000;

type ProgressWindowProps = { stage: Stage; subscription: Subscription; onClose(): void };

/**
 * Over the Order screen while its order is at work. It cannot be dismissed at first; once there is nothing to wait for here,
 * it can be closed, and when the order is completed it closes by itself.
 */
export function ProgressWindow({ stage, subscription, onClose }: ProgressWindowProps) {
  const isLate = useIsLate(stage.since);
  const { tenant } = useMe();
  const isCompleted = stage.kind === 'completed';
  useEffect(() => {
    if (!isCompleted) return;
    const timer = setTimeout(onClose, COMPLETED_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCompleted, onClose]);

  const { title, text, mayClose } = progressWords(stage, { isLate, supportContact: tenant.supportContact });
  const clause = stage.request && (clauseOf(stage.request, subscription) ?? stage.request.type);
  return (
    <Window title={title} onClose={isCompleted ? onClose : undefined}>
      <div className="progress">
        {isCompleted ? <Done /> : <Waiting label={title} isLarge />}
        <div role="status" className="progress-words">
          <p>
            <strong>{subscription.product.name}</strong>
            {clause && `: ${clause}`}
          </p>
          {text.map((sentence) => (
            <p key={sentence}>
              <Contact>{sentence}</Contact>
            </p>
          ))}
        </div>
      </div>
      {stage.orderId && (
        <p className="progress-order">
          Order <code>{stage.orderId}</code>
        </p>
      )}
      {mayClose && (
        <WindowActions>
          <Action kind={isCompleted ? 'primary' : 'secondary'} onPress={onClose}>
            {isCompleted ? 'Close' : 'Close this window'}
          </Action>
        </WindowActions>
      )}
    </Window>
  );
}
