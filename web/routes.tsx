import { Navigate, type RouteObject } from 'react-router';
import { OrderChooserPage } from './order/order-chooser-page.tsx';
import { OrderPage } from './order/order-page.tsx';
import { CrashPage } from './shell/crash-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { Shell } from './shell/shell.tsx';
import { SubscriptionsPage } from './subscriptions/subscriptions-page.tsx';

/** Every page of the app and its address. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <CrashPage />,
    children: [
      {
        // A page that breaks leaves the navigation standing.
        errorElement: <CrashPage />,
        children: [
          { index: true, element: <Navigate to="/subscriptions" replace /> },
          { path: 'subscriptions', element: <SubscriptionsPage /> },
          { path: 'order', element: <OrderChooserPage /> },
          { path: 'order/:subscriptionId', element: <OrderPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
