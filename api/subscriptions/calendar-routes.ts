import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { readAsTenant } from '../../db/client.ts';
import { calendar } from '../../domain/calendar/calendar.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { type Answer, addRoute, nothing } from '../route.ts';
import { calendarFile } from './calendar-file.ts';
import { CalendarView } from './calendar-view.ts';
import { loadSituation } from './situation.ts';
import { SubscriptionParams, tag } from './subscription-params.ts';

const ICS = 'text/calendar';
const problems: readonly ProblemCode[] = ['SUBSCRIPTION_NOT_FOUND', 'CATALOGUE_INCOMPLETE'];

export function addCalendarRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  const read = async (actor: Actor, subscriptionId: string) => {
    const at = now();
    const situation = await readAsTenant(database, 'changeover_api', actor.tenant, (transaction) =>
      loadSituation(transaction, actor, subscriptionId, at),
    );
    const { subscription, facts, product, policy, today } = situation;
    return { at, product, months: calendar({ date: today, subscription, facts }, product, policy) };
  };
  const asFile = async (actor: Actor, subscriptionId: string): Promise<Answer> => {
    const { at, product, months } = await read(actor, subscriptionId);
    const file = calendarFile(months, { tenant: actor.tenant, subscriptionId, productName: product.name, at });
    return {
      status: 200,
      type: ICS,
      body: file,
      headers: { 'Content-Disposition': `attachment; filename="${subscriptionId}.ics"` },
    };
  };

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions/{subscriptionId}/calendar',
    operationId: 'getCalendar',
    summary: 'What the next 18 months hold if nobody orders anything more; as iCalendar with Accept: text/calendar',
    tag,
    params: SubscriptionParams,
    query: nothing,
    answers: { 200: { description: 'Phases and days', schema: CalendarView, text: ICS } },
    problems,
    async handle({ actor, params: { subscriptionId } }, req) {
      if (req.accepts(['application/json', ICS]) === ICS) {
        const file = await asFile(actor, subscriptionId);
        return { ...file, headers: { ...file.headers, Vary: 'Accept' } };
      }
      const { product, months } = await read(actor, subscriptionId);
      return {
        status: 200,
        body: { subscriptionId, timeZone: product.timeZone, ...months },
        headers: { Vary: 'Accept' },
      };
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions/{subscriptionId}/calendar.ics',
    operationId: 'getCalendarFile',
    summary: 'The same as an iCalendar file',
    tag,
    params: SubscriptionParams,
    query: nothing,
    answers: { 200: { description: 'An iCalendar file (RFC 5545) with an all-day event for each entry', text: ICS } },
    problems,
    handle: ({ actor, params: { subscriptionId } }) => asFile(actor, subscriptionId),
  });
}
