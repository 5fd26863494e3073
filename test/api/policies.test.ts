import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policies } from '../../db/schema/catalogue.ts';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectProblem } from '../support/problem.ts';

/** 23:30 on the 24th in UTC: the 25th in Tokyo, and still the 24th in Chicago. */
const now = new Date('2026-11-24T23:30:00Z');
const tokyo = '2026-11-25';

let api: Api;
beforeAll(async () => {
  api = await startApi({ now: () => now });
});
afterAll(() => api.close());

const groupware = {
  monthlyDecrease: { notInMonthOf: ['firstOrder', 'increase'] },
  terminationNeedsPayment: {},
  annualTermFromNextMonth: {},
  renewalWindow: { closes: 'atBilling' },
  timing: {
    monthly: { decrease: 'nextMonth', termChange: 'nextMonth', cancel: 'nextMonth' },
    annual: { decrease: 'nextPeriod', termChange: 'nextPeriod', cancel: 'nextPeriod' },
  },
};
const managed = { contactEmailRequired: {}, coolingOff: { days: 30 }, acknowledgementGate: { after: 'everyOrder' } };

const get = (path: string, person = 'oscar') => api.as(person, 'GET', `/v1/policies${path}`);
const post = (id: string, verb: string, body: object, person = 'oscar') =>
  api.as(person, 'POST', `/v1/policies/${id}:${verb}`, { body });
const validate = (rules: unknown, fields: object = {}) => post('groupware', 'validate', { rules, ...fields });
const publish = (id: string, fields: object = {}) =>
  post(id, 'publish', { rules: managed, effectiveFrom: tokyo, expectedVersion: 2, reason: 'Longer', ...fields });
const stored = async () =>
  (await api.asOwner((transaction) => transaction.select().from(policies))).map(
    ({ id, version }) => `${id} ${version}`,
  );

describe('policies', () => {
  it.each([
    ['GET', '/v1/policies'],
    ['GET', '/v1/policies/groupware'],
    ['GET', '/v1/policies/groupware/versions/1'],
    ['POST', '/v1/policies/groupware:validate'],
    ['POST', '/v1/policies/groupware:publish'],
    ['POST', '/v1/policies/groupware:replay'],
  ])('are for operators only: %s %s', async (method, path) => {
    for (const person of ['hana', 'paula', 'billing', 'grace']) {
      expectProblem(await api.as(person, method, path, { ...(method === 'POST' && { body: {} }) }), 'ROLE_NOT_ALLOWED');
    }
  });

  it('are listed with the version in force for each product', async () => {
    const { body } = await get('?pageSize=2');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['endpoint', 'groupware']);
    const { body: rest } = await get(`?pageToken=${body.nextPageToken}`);
    expect(rest).toMatchObject({ items: [{ id: 'managed-security', latestVersion: 2 }, { id: 'worry-free' }] });
    expect(rest.nextPageToken).toBeNull();
    expect(body.items[1].products).toEqual([
      { id: 'groupware', name: 'Groupware', timeZone: 'Asia/Tokyo', versionInForce: 1 },
    ]);
  });

  it('are shown with their versions, newest first, and the rules of each', async () => {
    const { body } = await get('/managed-security');
    expect(body.versions).toMatchObject([
      { version: 2, effectiveFrom: '2026-01-01', inForce: true },
      { version: 1, effectiveFrom: '2020-01-01', inForce: false },
    ]);
    expect((await get('/managed-security/versions/2')).body).toMatchObject({
      policyId: 'managed-security',
      version: 2,
      inForce: true,
      rules: { coolingOff: { days: 14 } },
    });
  });

  it('that are not there, or versions that are not, are answered so', async () => {
    for (const path of ['/absent', '/absent/versions/1', '/groupware/versions/2']) {
      expectProblem(await get(path), 'POLICY_NOT_FOUND');
    }
    for (const path of ['/groupware/versions/0', '/groupware/versions/x', '/groupware/versions/9999999999']) {
      expectProblem(await get(path), 'NOT_FOUND');
    }
    expectProblem(await post('absent', 'replay', { rules: {} }), 'POLICY_NOT_FOUND');
  });
});

describe('a draft', () => {
  it('without a fault is valid, and nothing of it is stored', async () => {
    const before = await stored();
    expect((await validate(groupware)).body).toEqual({
      valid: true,
      findings: [],
      latestVersion: 1,
      earliestEffectiveFrom: tokyo,
    });
    expect(await stored()).toEqual(before);
  });

  it.each<[string, unknown, string, string]>([
    ['an unknown rule', { ...groupware, renewalWindwo: {} }, 'RULE_UNKNOWN', 'rules.renewalWindwo'],
    ['the name of every object’s property', { constructor: {} }, 'RULE_UNKNOWN', 'rules.constructor'],
    ['__proto__', JSON.parse('{"__proto__":{"trialLock":{}}}'), 'RULE_UNKNOWN', 'rules.__proto__'],
    ['negative days', { coolingOff: { days: -1 } }, 'PARAMETER_INVALID', 'rules.coolingOff.days'],
    ['no days', { coolingOff: {} }, 'PARAMETER_INVALID', 'rules.coolingOff.days'],
    ['half a day', { coolingOff: { days: 1.5 } }, 'PARAMETER_INVALID', 'rules.coolingOff.days'],
    ['days as text', { coolingOff: { days: '14' } }, 'PARAMETER_INVALID', 'rules.coolingOff.days'],
    ['an unknown parameter', { coolingOff: { days: 14, months: 1 } }, 'PARAMETER_UNKNOWN', 'rules.coolingOff.months'],
    ['a parameter of a rule without', { trialLock: { on: true } }, 'PARAMETER_INVALID', 'rules.trialLock.on'],
    ['a rule that is no object', { trialLock: true }, 'PARAMETER_INVALID', 'rules.trialLock'],
    ['a rule that is null', { trialLock: null }, 'PARAMETER_INVALID', 'rules.trialLock'],
    [
      'an unknown timing',
      { timing: { annual: { decrease: 'later' } } },
      'PARAMETER_INVALID',
      'rules.timing.annual.decrease',
    ],
    [
      'a window and reductions at once',
      {
        ...groupware,
        timing: { ...groupware.timing, annual: { ...groupware.timing.annual, decrease: 'immediately' } },
      },
      'TIMING_CONTRADICTS_WINDOW',
      'rules.timing.annual.decrease',
    ],
    [
      'a window and nothing about timing',
      { ...groupware, timing: { monthly: groupware.timing.monthly } },
      'TIMING_CONTRADICTS_WINDOW',
      'rules.timing.annual.cancel',
    ],
    [
      'a term that begins next month and at once',
      { ...groupware, timing: { annual: groupware.timing.annual } },
      'TIMING_CONTRADICTS_TERM_START',
      'rules.timing.monthly.termChange',
    ],
  ])('with %s has an error there, and is not published', async (_, rules, code, path) => {
    const { status, body } = await validate(rules);
    expect(status).toBe(200);
    expect(body.valid).toBe(false);
    expect(body.findings).toContainEqual({ severity: 'error', code, path, message: expect.stringMatching(/\S/) });
    const before = await stored();
    const answer = await post('groupware', 'publish', {
      ...{ rules, effectiveFrom: tokyo, expectedVersion: 1, reason: 'To see' },
    });
    expectProblem(answer, 'POLICY_NOT_VALID', { findings: body.findings, earliestEffectiveFrom: tokyo });
    expectProblem(await post('groupware', 'replay', { rules }), 'POLICY_NOT_VALID');
    expect(await stored()).toEqual(before);
  });

  it('that lacks a rule, or has one without effect, is warned of and remains valid', async () => {
    const { renewalWindow: _, ...windowless } = groupware;
    expect((await validate(windowless)).body).toMatchObject({
      valid: true,
      findings: [{ severity: 'warning', code: 'RULE_MISSING', path: 'rules.renewalWindow' }],
    });
    const { body } = await post('nobodys', 'validate', { rules: {} });
    expect(body).toMatchObject({ valid: true, latestVersion: 0, findings: [{ code: 'NO_PRODUCT', path: 'rules' }] });
  });

  it.each<[string, unknown, object]>([
    ['rules as a list', [], {}],
    ['rules as text', '{}', {}],
    ['rules null', null, {}],
    ['no rules', undefined, {}],
    ['an impossible day', groupware, { effectiveFrom: '2027-02-30' }],
    ['a moment for a day', groupware, { effectiveFrom: '2027-01-01T00:00:00Z' }],
    ['something else', groupware, { tenant: 'globex' }],
  ])('with %s is no request', async (_, rules, fields) => {
    expectProblem(await validate(rules, fields), 'INVALID_REQUEST');
  });

  it('with thousands of faults is answered with the first of them', async () => {
    const rules = Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`rule${n}`, {}]));
    expect((await validate(rules)).body.findings).toHaveLength(100);
  });
});

describe('publishing', () => {
  it.each<[string, object]>([
    ['without a reason', { reason: undefined }],
    ['with an empty reason', { reason: '  ' }],
    ['with a reason that cannot be stored', { reason: 'a\0b' }],
    ['without the version it was made beside', { expectedVersion: undefined }],
    ['beside a negative version', { expectedVersion: -1 }],
    ['without a day', { effectiveFrom: undefined }],
    ['with a version of its own', { version: 7 }],
    ['with a publisher of its own', { publishedBy: 'gus' }],
  ])('is refused %s', async (_, fields) => {
    expectProblem(await publish('managed-security', fields), 'INVALID_REQUEST');
  });

  it('is not possible for a day that is past where one of the products is sold; the first possible is told', async () => {
    for (const effectiveFrom of ['2026-11-24', '2020-01-01']) {
      expectProblem(await publish('managed-security', { effectiveFrom }), 'POLICY_NOT_VALID', {
        earliestEffectiveFrom: tokyo,
        findings: [
          expect.objectContaining({
            code: 'EFFECTIVE_FROM_TOO_EARLY',
            path: 'effectiveFrom',
            message: expect.stringContaining(tokyo),
          }),
        ],
      });
    }
    expect((await get('/managed-security')).body.latestVersion).toBe(2);
  });

  it('is not possible beside another version than the latest', async () => {
    for (const expectedVersion of [0, 1, 3]) {
      expectProblem(await publish('managed-security', { expectedVersion }), 'POLICY_VERSION_CONFLICT', {
        latestVersion: 2,
      });
    }
    expectProblem(await publish('absent', { expectedVersion: 1 }), 'POLICY_NOT_FOUND');
  });

  it('makes the next version, which says who published it, when and why', async () => {
    const answer = await publish('managed-security');
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.headers.get('location')).toBe('/v1/policies/managed-security/versions/3');
    expect(answer.body).toEqual({
      policyId: 'managed-security',
      version: 3,
      effectiveFrom: tokyo,
      inForce: true,
      publishedBy: 'oscar',
      publishedAt: now.toISOString(),
      reason: 'Longer',
      rules: managed,
      findings: [],
    });
    const { findings: _, ...published } = answer.body;
    expect((await api.as('oscar', 'GET', answer.headers.get('location') ?? '')).body).toEqual(published);
    expect((await api.as('hana', 'GET', '/v1/products/anti-virus')).body.policy.version).toBe(3);
  });

  it('for a later day leaves in force what is, and then allows no earlier day', async () => {
    const later = addDays(tokyo as PlainDate, 40);
    const answer = await publish('managed-security', { expectedVersion: 3, effectiveFrom: later });
    expect(answer.body).toMatchObject({ version: 4, inForce: false });
    expect((await get('/managed-security')).body).toMatchObject({
      latestVersion: 4,
      products: [{ versionInForce: 3 }, { versionInForce: 3 }, { versionInForce: 3 }],
    });
    expectProblem(
      await publish('managed-security', { expectedVersion: 4, effectiveFrom: addDays(later, -1) }),
      'POLICY_NOT_VALID',
      { earliestEffectiveFrom: later },
    );
  });

  it('by two at once succeeds for one', async () => {
    const draft = { rules: groupware, expectedVersion: 1 };
    const answers = await Promise.all([publish('groupware', draft), publish('groupware', draft)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await get('/groupware')).body.versions).toHaveLength(2);
  });

  it('can found a policy, which binds nothing until a product names it', async () => {
    const { status, body } = await publish('new-one', { expectedVersion: 0, effectiveFrom: '2026-11-24' });
    expect([status, body.findings]).toMatchObject([201, [{ severity: 'warning', code: 'NO_PRODUCT' }]]);
    expect((await api.as('gus', 'GET', '/v1/policies/new-one')).body.code).toBe('POLICY_NOT_FOUND');
  });
});

describe('a version that cannot be read', () => {
  it('is shown to operators as it is stored, so that they can mend it', async () => {
    await api.asOwner((transaction) =>
      transaction
        .insert(policies)
        .values({ tenant: 'acme', id: 'faulty', version: 1, effectiveFrom: '2020-01-01', rules: { coolingOf: 14 } }),
    );
    expect((await get('/faulty/versions/1')).body.rules).toEqual({ coolingOf: 14 });
    expect((await get('?pageSize=100')).status).toBe(200);
  });
});
