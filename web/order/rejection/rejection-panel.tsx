import { type ReactNode, useEffect, useRef } from 'react';
import { useMe } from '../../api/me.ts';
import { Contact } from '../../ui/contact.tsx';
import '../../ui/banner.css';
import { eligibilityWords } from './eligibility-words.ts';
import type { OrderRejection } from './order-rejection.ts';
import './rejection-panel.css';

/** Why the order was not taken, and what would be; `children` are the ways out to press. Takes the focus when it appears. */
export function RejectionPanel({ rejection, children }: { rejection: OrderRejection; children: ReactNode }) {
  const { tenant } = useMe();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Named so that the effect runs anew for each rejection.
    if (rejection) panel.current?.focus();
  }, [rejection]);

  const { title, detail, advice, reasons, orderId, supportContact } = rejection;
  const dates = eligibilityWords(rejection);
  return (
    <div ref={panel} role="alert" tabIndex={-1} className="banner banner-alarm rejection">
      <p className="banner-title">{title}</p>
      {reasons.length > 1 ? (
        <ul className="rejection-reasons" aria-label="Every reason">
          {reasons.map((reason) => (
            <li key={reason.rule}>
              {reason.sentence} {eligibilityWords(reason)}
            </li>
          ))}
        </ul>
      ) : (
        detail !== title && <p>{detail}</p>
      )}
      {dates && <p>{dates}</p>}
      {advice && <p>{advice}</p>}
      {children}
      <p className="rejection-help">
        Nothing has been changed. If you are stuck, contact <Contact>{supportContact ?? tenant.supportContact}</Contact>
        {orderId && (
          <>
            {' '}
            and name the order <code>{orderId}</code>
          </>
        )}
        .
      </p>
    </div>
  );
}
