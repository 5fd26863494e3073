import { ProgressBar } from 'react-aria-components';
import './waiting.css';

/** Something goes on whose end nobody knows. */
export function Waiting({ label, isLarge = false }: { label: string; isLarge?: boolean }) {
  return (
    <ProgressBar aria-label={label} isIndeterminate className={isLarge ? 'waiting waiting-large' : 'waiting'}>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="16" className="waiting-track" />
        <circle cx="20" cy="20" r="16" className="waiting-arc" pathLength="100" />
      </svg>
    </ProgressBar>
  );
}
