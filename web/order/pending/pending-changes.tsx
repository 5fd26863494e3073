import { useState } from 'react';
import type { PendingChange } from '../../../client/generated/types.gen.ts';
import { Action } from '../../ui/action.tsx';
import { dateWords } from '../../words/time.ts';
import { TakeBackWindow } from './take-back-window.tsx';
import './pending-changes.css';

type PendingChangesProps = { changes: readonly PendingChange[]; onTakenBack(change: PendingChange): void };

/** What is ordered and does not hold yet, each to be taken back until it does. */
export function PendingChanges({ changes, onTakenBack }: PendingChangesProps) {
  const [asked, setAsked] = useState<PendingChange | null>(null);
  return (
    <>
      {changes.length > 0 && (
        <div className="pending">
          <h3 id="pending-title">Pending changes</h3>
          <ul aria-labelledby="pending-title" className="pending-list">
            {changes.map((change) => (
              <li key={change.orderId} className="pending-change">
                <p>
                  <strong>{change.words}</strong>, from {dateWords(change.effectiveDate)}
                </p>
                <p className="pending-order">
                  Order <code>{change.orderId}</code>
                </p>
                <Action onPress={() => setAsked(change)}>
                  Take back
                  <span className="visually-hidden">: {change.words}</span>
                </Action>
              </li>
            ))}
          </ul>
        </div>
      )}
      {/* Outlives the list: when the change has begun in the meantime, its window says so. */}
      {asked && (
        <TakeBackWindow
          key={asked.orderId}
          change={asked}
          onTakenBack={() => {
            setAsked(null);
            onTakenBack(asked);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
