import type { ReactNode } from 'react';
import './banner.css';

type BannerProps = { kind: 'news' | 'waiting'; title: string; action: ReactNode; children?: ReactNode };

/** A quiet message that stays above what it is about, with what can be done; spoken by screen readers when it appears. */
export function Banner({ kind, title, action, children }: BannerProps) {
  return (
    <div role="status" className={`banner banner-row banner-${kind}`}>
      <div>
        <p className="banner-title">{title}</p>
        {children}
      </div>
      {action}
    </div>
  );
}
