import type { Locator, Page } from '@playwright/test';

/** What a cardholder does at a wallet or a shop other than Click to Pay. */
export class Shop {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: /^Save cards?$/ }).click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel, back to Partner Bank' }).click();
    await this.page.waitForURL('**/tokenization-results/**');
  }

  async goBack(): Promise<void> {
    await this.page.getByRole('link', { name: 'Return to Partner Bank' }).click();
    await this.page.waitForURL('**/tokenization-results/**');
  }
}
