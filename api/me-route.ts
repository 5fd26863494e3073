import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { loadTenant } from '../db/catalogue.ts';
import { asTenant } from '../db/client.ts';
import { roles } from '../domain/role.ts';
import type { ApiDependencies } from './dependencies.ts';
import { addRoute, nothing } from './route.ts';
import { z } from './zod-openapi.ts';

const MeView = z
  .object({
    subject: z.string(),
    name: z.string().nullable(),
    role: z.enum(roles),
    accounts: z.array(z.string()),
    tenant: z.object({
      id: z.string(),
      name: z.string(),
      supportContact: z.string().openapi({ description: 'Where people who are stuck turn to' }),
    }),
  })
  .openapi('Me');

export function addMeRoute(
  router: Router,
  registry: OpenAPIRegistry,
  { database }: Pick<ApiDependencies, 'database'>,
): void {
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/me',
    operationId: 'getMe',
    summary: 'Who is signed in, and whom to ask for help',
    tag: 'Identity',
    params: nothing,
    query: nothing,
    answers: { 200: { description: 'The person or system the token speaks for', schema: MeView } },
    problems: [],
    async handle({ actor: { subject, name, role, accounts, tenant } }) {
      const seller = await asTenant(database, 'changeover_api', tenant, loadTenant);
      return { status: 200, body: { subject, name: name ?? null, role, accounts, tenant: { id: tenant, ...seller } } };
    },
  });
}
