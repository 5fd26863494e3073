import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../domain/plain-date.ts';
import { sampleTenants } from '../../sandbox/sample-data.ts';
import { type Api, startApi } from '../support/api.ts';
import type { Answer } from '../support/http.ts';

const samples = sampleTenants(new Date()).flatMap(({ tenant, subscriptions }) =>
  subscriptions.map(({ id, accountId, quantity }) => ({ tenant, id, accountId, quantity })),
);

/** Who sees the subscription, in each role that orders. */
const peopleOf = ({ tenant, accountId }: (typeof samples)[number]): readonly string[] => {
  if (tenant === 'globex') return ['grace', 'gus'];
  return [accountId === 'acc-bob' ? 'bob' : 'hana', 'paula', 'oscar'];
};

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

type Action = {
  action: string;
  order: object | null;
  allowed: boolean;
  effectiveDate: string | null;
  reasons: { code: string }[];
  suggestedOrder: object | null;
};

const read = async (person: string, id: string, part: string): Promise<Answer['body']> => {
  const { status, body } = await api.as(person, 'GET', `/v1/subscriptions/${id}${part}`);
  expect(status, `${part} ${JSON.stringify(body)}`).toBe(200);
  return body;
};

const previewed = (person: string, order: object) =>
  api.as(person, 'POST', '/v1/orders?validateOnly=true', { body: order });

/** Holds what eligibility says of something that can be ordered against what the order itself is told, and its suggestion too. */
async function expectAgreement(person: string, expected: Action): Promise<void> {
  const { action, order, allowed, effectiveDate, reasons, suggestedOrder } = expected;
  const codes = reasons.map(({ code }) => code);
  if (order === null) {
    expect(allowed, action).toBe(false);
    return;
  }
  const { status, body } = await previewed(person, order);
  if (status === 403) {
    expect(codes, action).toContain('ROLE_NOT_ALLOWED');
    return;
  }
  expect(status, JSON.stringify(body)).toBe(200);
  const { decision } = body;
  expect([decision.outcome === 'accepted', decision.effectiveDate], action).toEqual([allowed, effectiveDate]);
  expect(
    decision.rejections.map(({ code }: { code: string }) => code),
    action,
  ).toEqual(codes);
  expect(decision.suggestedOrder, action).toEqual(suggestedOrder);
  if (suggestedOrder === null) return;
  const suggested = await previewed(person, suggestedOrder);
  // What is offered instead may be for somebody else to order.
  if (suggested.status === 403) return;
  expect(suggested.body.decision?.outcome, `${action}: ${JSON.stringify(suggested.body)}`).toBe('accepted');
}

describe.each(samples)('the sample subscription $id', (sample) => {
  const { id, quantity } = sample;
  const people = peopleOf(sample);
  const [person = ''] = people;

  it.each(people)('tells %s what may be ordered today, and an order is told the same', async (person) => {
    const { actions } = await read(person, id, '/eligibility');
    expect(actions.length).toBeGreaterThan(12);
    await Promise.all(actions.map((action: Action) => expectAgreement(person, action)));
  });

  it('tells what may be ordered later, and an order for then is told the same', async () => {
    const { today } = await read(person, id, '/eligibility');
    const { actions } = await read(person, id, `/eligibility?asOf=${addDays(today, 40)}`);
    await Promise.all(actions.map((action: Action) => expectAgreement(person, action)));
  });

  it('has a calendar without gaps, the same as a file, and a simulation that agrees with it', async () => {
    const { from, until, phases, entries } = await read(person, id, '/calendar');
    expect(until).toBe(addDays(addMonths(from, 18), -1));
    expect([phases[0].from, phases.at(-1).until]).toEqual([from, until]);
    for (const [index, phase] of phases.slice(1).entries()) expect(phase.from).toBe(addDays(phases[index].until, 1));
    const file = new ICAL.Component(ICAL.parse(await read(person, id, '/calendar.ics')));
    expect(file.getAllSubcomponents('vevent')).toHaveLength(entries.length);

    const simulated = await api.as(person, 'POST', `/v1/subscriptions/${id}:simulate`, { body: { steps: [], until } });
    expect(simulated.status).toBe(200);
    const renewals = (all: { kind: string; date: string }[]) =>
      all.filter(({ kind }) => kind === 'renewal' || kind === 'expiry').map(({ kind, date }) => [kind, date]);
    expect(renewals(simulated.body.timeline)).toEqual(renewals(entries));
  });

  it('has a history that ends with what it is', async () => {
    const { items } = await read(person, id, '/history');
    expect(items.at(-1)).toMatchObject({ version: items.length, snapshot: { quantity } });
    const shown = await read(person, id, '');
    expect(shown).toMatchObject({ id, quantity, version: items.length, pendingChanges: [] });
  });
});
