import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visit } from '../support/browser.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { confirmation, dialog, facts, fillIn, order, text, within } from './support/order-screen.ts';

let sandbox: TestSandbox;
let browser: Browser;
beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startTestSandbox(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});

const notification = (page: Page) => dialog(page, 'Order status notification');

async function tickAndConfirm(page: Page): Promise<void> {
  // The box itself is visually hidden behind its drawn one, as a person's click finds it.
  await notification(page).getByText('Order status check').click();
  await notification(page).getByRole('button', { name: 'OK' }).click();
  await notification(page).waitFor({ state: 'hidden' });
}

describe('ordering one more agent', () => {
  it(
    'goes from Send over Save to the completion, the notification and its tick, and the screen shows the new total',
    within,
    async () => {
      const { page, faults } = await visit(browser, sandbox.urls.web, /Hana/);
      await page.goto('/order/sub-hana-av');
      await text(page, '5 agents').waitFor();
      await expect.poll(() => page.getByLabel('Email address').inputValue()).toBe('hana@hanafoods.example');
      await page.getByLabel('Email address').fill('orders@hanafoods.example');
      await page.getByLabel('Total number of agents').fill('6');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      expect(await confirmation(page).textContent()).toMatch(/6 agents/);
      await confirmation(page).getByRole('button', { name: 'Save' }).click();

      await dialog(page, 'Order completed').waitFor();
      // Nobody closes it: it goes by itself, and the notification follows.
      await notification(page).waitFor();
      expect(await notification(page).textContent()).toContain('from 5 agents to 6 agents in total');
      await notification(page).getByRole('button', { name: 'OK' }).click();
      await text(page, /Tick this box first/).waitFor();
      await tickAndConfirm(page);

      await expect.poll(() => page.getByLabel('Email address').inputValue()).toBe('orders@hanafoods.example');
      expect(await facts(page).textContent()).toContain('6 agents');
      await page.reload();
      await text(page, '6 agents').waitFor();
      await expect.poll(() => notification(page).count()).toBe(0);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it('is not placed when the confirmation is closed', within, async () => {
    const { page } = await visit(browser, sandbox.urls.web, /Bob/);
    await fillIn(page, 'sub-bob-patch', 9);
    await confirmation(page).getByRole('button', { name: 'Close' }).click();
    await confirmation(page).waitFor({ state: 'hidden' });
    const { body } = await sandbox.as('bob', 'GET', '/v1/orders?subscriptionId=sub-bob-patch');
    expect(body.items).toEqual([]);
    await expect.poll(() => page.getByLabel('Total number of agents').inputValue()).toBe('9');
    await page.context().close();
  });
});

describe('a notification closed without its tick', () => {
  it('comes back on the next visit, until it is ticked', within, async () => {
    const first = await visit(browser, sandbox.urls.web, /Bob/);
    await order(first.page, 'sub-bob-patch', 9);
    await notification(first.page).waitFor();
    await notification(first.page).getByRole('button', { name: 'Close' }).click();
    await notification(first.page).waitFor({ state: 'hidden' });
    await first.page.context().close();

    const second = await visit(browser, sandbox.urls.web, /Bob/);
    await second.page.goto('/order/sub-bob-patch');
    await notification(second.page).waitFor();
    await tickAndConfirm(second.page);
    await second.page.goto('/subscriptions');
    await second.page.goto('/order/sub-bob-patch');
    await text(second.page, '9 agents').waitFor();
    await expect.poll(() => notification(second.page).count()).toBe(0);
    await second.page.context().close();
  });
});

describe('a rejected order', () => {
  it('says why, keeps what was entered, and offers the smallest total that passes', within, async () => {
    const { page } = await visit(browser, sandbox.urls.web, /Hana/);
    await order(page, 'sub-hana-endpoint', 12, 'seats');
    const alarm = page.getByRole('alert');
    await alarm.waitFor();
    expect(await alarm.textContent()).toMatch(/below the units in use/);
    expect(await alarm.textContent()).toContain('Acme Cloud ticket system');
    await expect.poll(() => page.getByLabel('Total number of seats').inputValue()).toBe('12');
    await alarm.getByRole('button', { name: /^Use 17/ }).click();
    await expect.poll(() => page.getByLabel('Total number of seats').inputValue()).toBe('17');
    await page.context().close();
  });

  it(
    'with a total that reads like a number to add shows both readings and takes the one that is meant',
    within,
    async () => {
      const { page } = await visit(browser, sandbox.urls.web, /Hana/);
      await order(page, 'sub-hana-package', 1);
      await page.getByRole('button', { name: 'I mean 1 in total' }).waitFor();
      await page.getByRole('button', { name: 'I want to add 1: 21 in total' }).click();
      await expect.poll(() => page.getByLabel('Total number of agents').inputValue()).toBe('21');
      await page.context().close();
    },
  );
});

describe('a vendor that is down', () => {
  it(
    'leaves the window open, says after a while that the order goes on, and shows the result on the next visit',
    within,
    async () => {
      await sandbox.vendor.setFault('vendor-sub-grace-av', { mode: 'down' });
      const { page } = await visit(browser, sandbox.urls.web, /Grace/);
      await order(page, 'sub-grace-av', 13);
      await dialog(page, 'Being processed').waitFor();
      await page.keyboard.press('Escape');
      await page.reload();
      // The window is found again after a reload, and cannot be closed before there is something to say.
      await dialog(page, 'Being processed').waitFor();
      await text(page, /Your order goes on by itself/).waitFor();
      await page.getByRole('button', { name: 'Close this window' }).click();
      await text(page, /still being processed/).waitFor();
      expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
      await page.context().close();

      await sandbox.vendor.clearFault('vendor-sub-grace-av');
      const next = await visit(browser, sandbox.urls.web, /Grace/);
      await next.page.goto('/order/sub-grace-av');
      await notification(next.page).waitFor({ timeout: 60_000 });
      await tickAndConfirm(next.page);
      await text(next.page, '13 agents').waitFor();
      await next.page.context().close();
    },
  );
});

describe('a vendor that refuses', () => {
  it(
    'ends in a notification that says what happened, what to do, whom to contact and the id of the order',
    within,
    async () => {
      await sandbox.vendor.setFault('vendor-sub-grace-endpoint', { mode: 'refuse', code: 'CONTRACT_FROZEN', times: 1 });
      const { page } = await visit(browser, sandbox.urls.web, /Grace/);
      await order(page, 'sub-grace-endpoint', 41, 'seats');
      await notification(page).waitFor();
      const { body } = await sandbox.as('grace', 'GET', '/v1/orders?subscriptionId=sub-grace-endpoint');
      const shown = await notification(page).textContent();
      expect(shown).toContain('Quantity not changed');
      expect(shown).toContain('CONTRACT_FROZEN');
      expect(shown).toContain('support@globex.example');
      expect(shown).toContain(body.items[0].id);
      await tickAndConfirm(page);
      await text(page, '40 seats').waitFor();
      await page.context().close();
    },
  );
});
