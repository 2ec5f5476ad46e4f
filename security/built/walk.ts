import type { Page } from '@playwright/test';
import type { ImportedCustomer } from './customer';
import type { LoopbackBank } from './loopback-bank';

/** A range that the sandbox enables for Click to Pay and that belongs to no demo: for `importCustomer`. */
export const RANGE = { prefix: '5412346789', start: '5412346789' };

/** Called at each page of the journey while it can be visited, with its address. */
export type AtPage = (name: string, address: string) => Promise<void>;

/** From signing in to what Click to Pay reported, by the hands of a person with one card. */
export async function walkJourney(
  page: Page,
  bank: LoopbackBank,
  customer: ImportedCustomer,
  at: AtPage = async () => undefined,
): Promise<void> {
  const here = (name: string) => at(name, page.url());
  await page.goto(`${bank.origin}/login`);
  await here('login');
  await page.getByRole('textbox', { name: 'Username' }).fill(customer.username);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(customer.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/cards');
  await here('cards');
  await at('wallets', `${bank.origin}/wallets`);

  await page.getByRole('button', { name: /to Click to Pay$/ }).click();
  await page.waitForURL('**/review');
  await at('choose', page.url().replace(/review$/, 'choose'));
  await here('review');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Agree and get a code' }).click();
  await page.waitForURL('**/confirm');
  await here('confirm');
  await page.getByRole('textbox', { name: 'Six-digit code' }).pressSequentially(bank.code());
  await page.waitForURL('**/leave');
  await here('leave');
  await page.getByRole('button', { name: 'Continue to Click to Pay' }).click();
  await page.waitForURL(`${bank.mastercard}/provision**`);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: /^Return to/ }).click();
  await page.waitForURL('**/tokenization-results/**');
  await here('results');
  await at('activity', `${bank.origin}/activity`);
}
