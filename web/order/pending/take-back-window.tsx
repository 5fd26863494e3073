import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PendingChange } from '../../../client/generated/types.gen.ts';
import { ORDERS, takeBack } from '../../api/orders.ts';
import { SUBSCRIPTIONS } from '../../api/subscriptions.ts';
import { Action } from '../../ui/action.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextEntry } from '../../ui/text-entry.tsx';
import { Window, WindowActions } from '../../ui/window.tsx';
import { dateWords } from '../../words/time.ts';
import { takeBackFailureWords } from './take-back-failure-words.ts';

/** Kept in the order's history where the person gives no reason. */
const NO_REASON = 'Taken back on the Order screen';

type TakeBackWindowProps = { change: PendingChange; onTakenBack(): void; onClose(): void };

/** Asks whether a pending change is really to be taken back, and why. */
export function TakeBackWindow({ change, onTakenBack, onClose }: TakeBackWindowProps) {
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const takingBack = useMutation({
    mutationFn: () => takeBack(change.orderId, reason.trim() || NO_REASON),
    // Also after a failure: it may have begun, or somebody else has taken it back. The window waits for what holds now.
    onSettled: () =>
      Promise.all([ORDERS, SUBSCRIPTIONS].map((kind) => queryClient.invalidateQueries({ queryKey: [kind] }))),
    onSuccess: onTakenBack,
  });
  return (
    <Window title="Take this change back?" role="alertdialog" onClose={onClose}>
      <p>It will then not take effect. Nothing else changes.</p>
      <Facts
        facts={[
          { name: 'Change', value: <strong>{change.words}</strong> },
          { name: 'From', value: dateWords(change.effectiveDate) },
          { name: 'Order', value: <code>{change.orderId}</code> },
        ]}
      />
      <TextEntry
        name="reason"
        label="Reason"
        value={reason}
        onChange={setReason}
        help="Kept in the history of the order. You may leave it empty."
        error={undefined}
        isDisabled={takingBack.isPending}
        inputMode="text"
        autoComplete="off"
      />
      {takingBack.error && (
        <p role="alert" className="field-error">
          {takeBackFailureWords(takingBack.error)}
        </p>
      )}
      <WindowActions>
        <Action kind="primary" isPending={takingBack.isPending} onPress={() => takingBack.mutate()}>
          Take back
        </Action>
        <Action onPress={onClose}>Close</Action>
      </WindowActions>
    </Window>
  );
}
