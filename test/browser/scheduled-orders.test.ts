import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateWords, fullDateWords, periodWords } from '../../web/words/time.ts';
import { openBrowser, visit } from '../support/browser.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { alarm, button, confirmation, facts, news, order, within } from './support/order-screen.ts';

let sandbox: TestSandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startTestSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

const pending = (page: Page): Locator => facts(page).getByRole('list', { name: 'Pending changes' });
const question = (page: Page): Locator => page.getByRole('alertdialog', { name: 'Take this change back?' });

/** Whether the focus, and with it the view, has gone to the message. */
const isMessageFocused = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.firstElementChild?.getAttribute('role') === 'status');

const subscription = async (id: string) => (await sandbox.as('hana', 'GET', `/v1/subscriptions/${id}`)).body;
const onlyPending = async (id: string) => (await subscription(id)).pendingChanges[0];

describe('an order that holds only later', () => {
  const id = 'sub-kyoto-groupware-renewing';

  it(
    'is said to be accepted, with its day and what holds until then, stays listed over a reload, and can be taken back',
    within,
    async () => {
      const { page, faults } = await visit(browser, sandbox.urls.web, /Hana/);
      await order(page, id, 30, 'users');
      const accepted = news(page, 'Accepted.');
      await accepted.waitFor();
      await expect.poll(() => isMessageFocused(page)).toBe(true);
      const { orderId, effectiveDate } = await onlyPending(id);
      const day = dateWords(effectiveDate);
      await expect
        .poll(() => accepted.textContent())
        .toContain(`Accepted. From ${day} you have 30 users in total; until then 35 users.`);
      await expect.poll(() => accepted.textContent()).toContain(orderId);
      await expect.poll(() => page.getByLabel('Total number of users').inputValue()).toBe('35');
      await expect.poll(() => facts(page).textContent()).toMatch(/Quantity now35 users/);

      await page.reload();
      await pending(page).waitFor();
      await expect
        .poll(() => pending(page).textContent())
        .toContain(`Change the quantity to 30 users in total, from ${day}`);
      await expect.poll(() => pending(page).textContent()).toContain(orderId);

      await button(pending(page), 'Take back').click();
      await expect.poll(() => question(page).textContent()).toContain('Change the quantity to 30 users in total');
      await question(page).getByLabel('Reason').fill('We keep all users');
      await button(question(page), 'Take back').click();
      await news(page, 'Taken back').waitFor();
      await expect.poll(() => isMessageFocused(page)).toBe(true);
      await expect.poll(() => question(page).count()).toBe(0);
      await expect.poll(() => pending(page).count()).toBe(0);
      const { body } = await sandbox.as('hana', 'GET', `/v1/orders/${orderId}`);
      expect(body.state).toBe('cancelled');
      await page.reload();
      await facts(page).waitFor();
      await expect.poll(() => pending(page).count()).toBe(0);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it('comes and goes on an open screen when it is placed and taken back elsewhere', within, async () => {
    const { page } = await visit(browser, sandbox.urls.web, /Hana/);
    await page.goto(`/order/${id}`);
    await facts(page).waitFor();
    const { body } = await sandbox.as('hana', 'POST', '/v1/orders', {
      key: 'placed-elsewhere',
      body: {
        type: 'changeQuantity',
        subscriptionId: id,
        quantity: 31,
        expectedCurrentQuantity: 35,
        contactEmail: 'kyoto@hanafoods.example',
      },
    });
    expect(body.state).toBe('scheduled');
    await pending(page).getByText('31 users').first().waitFor();
    await sandbox.as('hana', 'POST', `/v1/orders/${body.id}:cancel`, { body: { reason: 'Placed by mistake' } });
    await pending(page).waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('says in words when it can no longer be taken back, and stays listed', within, async () => {
    const { page } = await visit(browser, sandbox.urls.web, /Hana/);
    await order(page, id, 32, 'users');
    await pending(page).waitFor();
    // Its day would have to come for the API to say so itself.
    await page.route('**/v1/orders/*:cancel', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: {
          type: 'about:blank',
          title: 'No',
          status: 409,
          detail: 'No',
          code: 'ORDER_NOT_CANCELLABLE',
          advice: '',
        },
      }),
    );
    await button(pending(page), 'Take back').click();
    await button(question(page), 'Take back').click();
    await question(page).getByText('can no longer be taken back').waitFor();
    await button(question(page), 'Close').click();
    await expect.poll(() => pending(page).textContent()).toContain('32 users');
    await page.context().close();
  });
});

describe('a rejection for a date', () => {
  it('becomes a scheduled order with one press and its confirmation', within, async () => {
    const id = 'sub-kyoto-groupware-new';
    const { page } = await visit(browser, sandbox.urls.web, /Hana/);
    await order(page, id, 6, 'users');
    await alarm(page).waitFor();
    expect(await alarm(page).textContent()).toContain('Order it for then.');
    const offer = button(alarm(page), /^Order it for /);
    const day = (await offer.textContent())?.replace('Order it for ', '') ?? '';
    await offer.click();
    expect(await confirmation(page).textContent()).toContain(day);
    expect(await confirmation(page).textContent()).toContain('6 users in total');
    await button(confirmation(page), 'Save').click();

    const accepted = news(page, 'Accepted.');
    await accepted.waitFor();
    const { orderId, effectiveDate } = await onlyPending(id);
    await expect
      .poll(() => accepted.textContent())
      .toContain(`From ${dateWords(effectiveDate)} you have 6 users in total; until then 8 users.`);
    await expect.poll(() => alarm(page).count()).toBe(0);
    const { body } = await sandbox.as('hana', 'GET', `/v1/orders/${orderId}`);
    expect(fullDateWords(body.requestedStartDate)).toBe(day);
    await page.context().close();
  });
});

describe('an order over a pending change', () => {
  it('replaces it only after the person has said so twice', within, async () => {
    const id = 'sub-osaka-groupware-paid';
    const { page } = await visit(browser, sandbox.urls.web, /Hana/);
    await order(page, id, 10, 'users');
    await news(page, 'Accepted.').waitFor();
    const first = await onlyPending(id);

    await order(page, id, 9, 'users');
    await button(alarm(page), 'Replace the pending change').click();
    const replaces = `Change the quantity to 10 users in total, from ${dateWords(first.effectiveDate)}`;
    expect(await confirmation(page).textContent()).toContain(replaces);
    await button(confirmation(page), 'Close').click();
    expect((await onlyPending(id)).orderId).toBe(first.orderId);

    await button(alarm(page), 'Replace the pending change').click();
    await button(confirmation(page), 'Save').click();
    await news(page, 'you have 9 users in total; until then 12 users').waitFor();
    await expect.poll(() => pending(page).textContent()).toContain('9 users');
    await expect.poll(() => pending(page).getByRole('listitem').count()).toBe(1);
    const { body } = await sandbox.as('hana', 'GET', `/v1/orders/${first.orderId}`);
    expect(body.state).toBe('cancelled');
    await page.context().close();
  });
});

describe('what is said of a subscription', () => {
  it('has its plan, its term and when it may be reduced', within, async () => {
    const { page } = await visit(browser, sandbox.urls.web, /Hana/);
    const id = 'sub-kyoto-groupware-renewing';
    await page.goto(`/order/${id}`);
    const { plan, servicePeriod, renewalWindow } = await subscription(id);
    await facts(page).waitFor();
    const shown = await facts(page).textContent();
    expect(shown).toContain(`Plan${plan.name}`);
    expect(shown).toContain(`TermAnnual`);
    expect(shown).toContain(`Service period${periodWords(servicePeriod)}`);
    expect(shown).toContain(`Renewal window${periodWords(renewalWindow)}`);
    await page.context().close();
  });

  it.each([
    ['sub-osaka-trial', 'Changes are locked: this is a trial licence.'],
    ['sub-kyoto-end-of-life', 'Changes are locked: the plan has reached its end of life.'],
    ['sub-hana-suite', 'Changes are locked until the partner has approved'],
    ['sub-hana-worry-free', 'Expires soon'],
  ])('of %s has: %s', within, async (id, words) => {
    const { page } = await visit(browser, sandbox.urls.web, /Hana/);
    await page.goto(`/order/${id}`);
    await facts(page).getByText(words).waitFor();
    await page.context().close();
  });
});
