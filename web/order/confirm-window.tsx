import type { PendingChange, Subscription } from '../../client/generated/types.gen.ts';
import { Action } from '../ui/action.tsx';
import { Facts } from '../ui/facts.tsx';
import { Window, WindowActions } from '../ui/window.tsx';
import { dateWords, fullDateWords } from '../words/time.ts';
import { orderTypeScreen, type ScreenOrder } from './types/order-type-screens.ts';

type ConfirmWindowProps = {
  request: ScreenOrder;
  subscription: Subscription;
  /** The pending changes that the order replaces. */
  replaced: readonly PendingChange[];
  onSave(): void;
  onClose(): void;
};

/** Asks whether exactly this is meant. Nothing has been sent yet. */
export function ConfirmWindow({ request, subscription, replaced, onSave, onClose }: ConfirmWindowProps) {
  const { label, facts } = orderTypeScreen(request.type);
  const { requestedStartDate } = request;
  return (
    <Window title="Confirm your order" role="alertdialog" onClose={onClose}>
      <p>Check what will be ordered. “Save” places the order; “Close” goes back, and nothing is sent.</p>
      <Facts
        facts={[
          { name: 'Order type', value: label },
          { name: 'Product', value: subscription.product.name },
          ...facts(request, subscription),
          ...(requestedStartDate
            ? [{ name: 'Ordered for', value: `${fullDateWords(requestedStartDate)}; it may hold from a later day` }]
            : []),
          ...(replaced.length > 0 ? [{ name: 'Replaces', value: replaced.map(replacedWords).join('; ') }] : []),
          { name: 'Email address', value: request.contactEmail ?? 'none' },
        ]}
      />
      <WindowActions>
        <Action kind="primary" onPress={onSave}>
          Save
        </Action>
        <Action onPress={onClose}>Close</Action>
      </WindowActions>
    </Window>
  );
}

const replacedWords = ({ words, effectiveDate }: PendingChange): string => `${words}, from ${dateWords(effectiveDate)}`;
