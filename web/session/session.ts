import { useSyncExternalStore } from 'react';

/** Who speaks to the API: somebody with an access token, or nobody (yet, or no longer). */
export type Session = { state: 'signedIn'; token: string } | { state: 'signedOut'; hasExpired: boolean };

const STORED_AS = 'changeover.token';
const listeners = new Set<() => void>();
let session: Session = stored();

export const currentToken = (): string | undefined => (session.state === 'signedIn' ? session.token : undefined);

/** Keeps the token for this browser tab, so that a reload stays signed in. */
export function signIn(token: string): void {
  sessionStorage.setItem(STORED_AS, token);
  change({ state: 'signedIn', token });
}

export function signOut(): void {
  end({ hasExpired: false });
}

/** Ends the session of a token that the API no longer accepts; a late answer to an earlier token ends nothing. */
export function expire(token: string): void {
  if (token === currentToken()) end({ hasExpired: true });
}

export const useSession = (): Session =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );

function end({ hasExpired }: { hasExpired: boolean }): void {
  sessionStorage.removeItem(STORED_AS);
  change({ state: 'signedOut', hasExpired });
}

function change(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function stored(): Session {
  const token = sessionStorage.getItem(STORED_AS);
  return token === null ? { state: 'signedOut', hasExpired: false } : { state: 'signedIn', token };
}
