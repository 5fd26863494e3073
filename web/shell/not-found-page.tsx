import { Link } from 'react-router';
import { Page } from './page.tsx';

export function NotFoundPage() {
  return (
    <Page title="There is no such page" lead="The address may be old or mistyped.">
      <p>
        <Link to="/subscriptions">Go to your subscriptions</Link>
      </p>
    </Page>
  );
}
