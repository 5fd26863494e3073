import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client.ts';
import { routes } from './routes.tsx';
import { useSession } from './session/session.ts';
import { SignInPage } from './session/sign-in-page.tsx';

const router = createBrowserRouter(routes);

/** The whole browser app: signing in, or the rooms a signed-in person may enter. */
export function App() {
  const session = useSession();
  return (
    // The app speaks English; without this the component library would answer in the browser's language.
    <I18nProvider locale="en-GB">
      {session.state === 'signedIn' ? <SignedIn key={session.token} /> : <SignInPage hasExpired={session.hasExpired} />}
    </I18nProvider>
  );
}

/** Made anew for each session, so that nothing one person has read is shown to the next. */
function SignedIn() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
