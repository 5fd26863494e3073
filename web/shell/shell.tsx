import { useQuery } from '@tanstack/react-query';
import { NavLink, Outlet, useNavigate } from 'react-router';
import type { Me } from '../../client/generated/types.gen.ts';
import { meQuery } from '../api/me.ts';
import { useLiveOrders } from '../live/use-live-orders.ts';
import { OutboxProvider } from '../order/outbox/outbox-provider.tsx';
import { signOut } from '../session/session.ts';
import { Action } from '../ui/action.tsx';
import { Failure } from '../ui/failure.tsx';
import { Mark } from '../ui/mark.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { roleWords } from '../words/role.ts';
import './shell.css';

/** What surrounds every page: whose installation this is, who is signed in, where one can go. */
export function Shell() {
  const me = useQuery(meQuery);
  if (me.data) return <House me={me.data} />;
  return (
    <main className="shell-main">
      <title>Changeover</title>
      {me.isPending ? (
        <Waiting label="Signing in" />
      ) : (
        <>
          <Failure error={me.error} onRetry={() => void me.refetch()} />
          <Action kind="quiet" onPress={signOut}>
            Sign out
          </Action>
        </>
      )}
    </main>
  );
}

function House({ me }: { me: Me }) {
  useLiveOrders();
  const navigate = useNavigate();
  // The next person starts at the beginning, not at a page that may be another's.
  const leave = async () => {
    await navigate('/');
    signOut();
  };
  return (
    <OutboxProvider subject={me.subject}>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <header className="shell-header">
        <div className="shell-bar">
          <div className="shell-tenant">
            <Mark />
            <span>{me.tenant.name}</span>
          </div>
          <nav aria-label="Main" className="shell-nav">
            <NavLink to="/subscriptions">Subscriptions</NavLink>
            <NavLink to="/order">Order</NavLink>
          </nav>
          <div className="shell-person">
            <span className="shell-name">{me.name ?? me.subject}</span>
            <span className="shell-role">{roleWords[me.role]}</span>
          </div>
          <Action kind="quiet" onPress={() => void leave()}>
            Sign out
          </Action>
        </div>
      </header>
      <main id="content" className="shell-main" tabIndex={-1}>
        <Outlet />
      </main>
    </OutboxProvider>
  );
}
