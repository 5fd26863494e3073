import type { Locator, Page } from 'playwright-core';

/** For whatever waits for a real vendor, worker and browser. */
export const within = { timeout: 120_000 };

export const text = (page: Page, words: string | RegExp): Locator => page.getByText(words).first();
export const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
export const news = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: words });
export const alarm = (page: Page): Locator => page.getByRole('alert');
export const button = (place: Page | Locator, name: string | RegExp): Locator => place.getByRole('button', { name });
export const confirmation = (page: Page): Locator => page.getByRole('alertdialog', { name: 'Confirm your order' });

/** The part of the screen that says what the subscription is now and what is pending on it. */
export const facts = (page: Page): Locator => page.getByRole('region', { name: 'This subscription' });

/** Opens the screen and sends a new total; nothing is placed before the confirmation is saved. */
export async function fillIn(page: Page, subscriptionId: string, total: number, unit = 'agents'): Promise<void> {
  await page.goto(`/order/${subscriptionId}`);
  await page.getByLabel(`Total number of ${unit}`).fill(String(total));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Places an order for a new total, as a person does. */
export async function order(page: Page, subscriptionId: string, total: number, unit = 'agents'): Promise<void> {
  await fillIn(page, subscriptionId, total, unit);
  await confirmation(page).getByRole('button', { name: 'Save' }).click();
}
