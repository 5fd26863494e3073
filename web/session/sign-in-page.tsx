import { useEffect, useState } from 'react';
import { Failure } from '../ui/failure.tsx';
import { Mark } from '../ui/mark.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { findPeople, type Person, tokenFor } from './issuer.ts';
import { PersonCard } from './person-card.tsx';
import { signIn } from './session.ts';
import './sign-in-page.css';

type State =
  | { step: 'looking' }
  | { step: 'choosing'; issuer: string; people: Person[]; chosen: string | null }
  | { step: 'failed'; error: unknown };

/** Signing in by choosing a person; shown in place of every page, so that the address stays. */
export function SignInPage({ hasExpired }: { hasExpired: boolean }) {
  const [state, setState] = useState<State>({ step: 'looking' });

  useEffect(() => {
    if (state.step !== 'looking') return;
    const ending = new AbortController();
    findPeople(ending.signal).then(
      (found) => setState({ step: 'choosing', ...found, chosen: null }),
      (error: unknown) => ending.signal.aborted || setState({ step: 'failed', error }),
    );
    return () => ending.abort();
  }, [state.step]);

  const choose = (issuer: string, people: Person[]) => (chosen: string) => {
    setState({ step: 'choosing', issuer, people, chosen });
    tokenFor(issuer, chosen).then(signIn, (error: unknown) => setState({ step: 'failed', error }));
  };

  return (
    <main className="sign-in">
      <title>Sign in · Changeover</title>
      <header className="sign-in-header">
        <Mark />
        <p className="sign-in-product">Changeover</p>
      </header>
      <h1>Who are you?</h1>
      <p className="sign-in-lead">Choose a person to sign in as. There is no password here.</p>
      <p role="status" className={hasExpired ? 'banner banner-waiting' : undefined}>
        {hasExpired && 'Your sign-in has expired. Choose again who you are; you come back to where you were.'}
      </p>
      {state.step === 'looking' && <Waiting label="Looking who can sign in" />}
      {state.step === 'failed' && <Failure error={state.error} onRetry={() => setState({ step: 'looking' })} />}
      {state.step === 'choosing' && <People {...state} onChoose={choose(state.issuer, state.people)} />}
    </main>
  );
}

function People({ people, chosen, onChoose }: { people: Person[]; chosen: string | null; onChoose(id: string): void }) {
  const tenants = [...new Set(people.map(({ tenant }) => tenant))];
  return tenants.map((tenant) => (
    <section key={tenant} className="sign-in-tenant" aria-labelledby={`tenant-${tenant}`}>
      <h2 id={`tenant-${tenant}`}>{tenant}</h2>
      <ul className="sign-in-people">
        {people
          .filter((person) => person.tenant === tenant)
          .map((person) => (
            <li key={person.id}>
              <PersonCard
                person={person}
                isChosen={chosen === person.id}
                isDisabled={chosen !== null}
                onChoose={onChoose}
              />
            </li>
          ))}
      </ul>
    </section>
  ));
}
