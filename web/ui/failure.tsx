import { ApiFailure } from '../api/failure.ts';
import { Action } from './action.tsx';
import './banner.css';

/** Something could not be had: why, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { title, text } = error instanceof ApiFailure ? error.words : unexpected;
  return (
    <div role="alert" className="banner banner-alarm">
      <p className="banner-title">{title}</p>
      {text !== title && <p>{text}</p>}
      <Action onPress={onRetry}>Try again</Action>
    </div>
  );
}

const unexpected = { title: 'Something went wrong', text: 'This part of the page cannot be shown now.' };
