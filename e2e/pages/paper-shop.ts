import type { Locator, Page } from '@playwright/test';
import { SANDBOX_URL } from '../fixtures/addresses';

/** What a cardholder does with a card once it is in Click to Pay: the profile page, the checkout, the shop. */
export class PaperShop {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
  }

  async payWithClickToPay(): Promise<void> {
    await this.page.getByRole('button', { name: 'Pay with Click to Pay' }).click();
    await this.page.waitForURL(/\/pay\/|\/sign-in\//);
  }

  async giveEmail(email: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await this.page.getByRole('button', { name: /^Send me a code|^Try another/ }).click();
  }

  card(last4: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`ending in ${last4}`) });
  }

  async pay(): Promise<void> {
    await this.page.getByRole('button', { name: /^Pay / }).click();
    await this.page.waitForURL('**/shop/orders/**');
  }

  async openProfile(): Promise<void> {
    await this.page.goto(`${SANDBOX_URL}/profile`);
  }
}
