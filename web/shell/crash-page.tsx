import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { Failure } from '../ui/failure.tsx';

/** Shown instead of a page that broke. Orders are not touched by it: they are at work on the server. */
export function CrashPage() {
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <div className="shell-main">
      <Failure error={error} onRetry={() => window.location.reload()} />
    </div>
  );
}
