import { sql } from 'drizzle-orm';
import { Router } from 'express';
import type { ApiDependencies } from './dependencies.ts';
import { temporarilyUnavailable } from './problem.ts';

/** `/healthz`: the process is alive. `/readyz`: it reaches Postgres and Temporal too. */
export function healthRoutes({ database, temporal }: Pick<ApiDependencies, 'database' | 'temporal'>): Router {
  const routes = Router();
  routes.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  routes.get('/readyz', async (_req, res) => {
    const [postgres, engine] = await Promise.allSettled([
      database.orm.execute(sql`select 1`),
      temporal.withDeadline(Date.now() + 2_000, () => temporal.connection.workflowService.getSystemInfo({})),
    ]);
    if (postgres.status === 'rejected') throw temporarilyUnavailable('The database cannot be reached now');
    if (engine.status === 'rejected') throw temporarilyUnavailable('The order engine cannot be reached now');
    res.json({ status: 'ok' });
  });
  return routes;
}
