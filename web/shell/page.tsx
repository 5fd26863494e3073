import { type ReactNode, useEffect, useRef } from 'react';
import { useNavigationType } from 'react-router';
import { useMe } from '../api/me.ts';
import './page.css';

/** A page with its title. Coming from another page, the title takes the focus, so that reading starts there. */
export function Page({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { tenant } = useMe();
  const heading = useRef<HTMLHeadingElement>(null);
  const cameFromWithin = useNavigationType() !== 'POP';
  useEffect(() => {
    if (cameFromWithin) heading.current?.focus();
  }, [cameFromWithin]);
  return (
    <>
      <title>{`${title} · ${tenant.name}`}</title>
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="page-lead">{lead}</p>}
      </div>
      {children}
    </>
  );
}
