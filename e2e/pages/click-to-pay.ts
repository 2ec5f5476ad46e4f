import type { Locator, Page } from '@playwright/test';

/** What a cardholder does at Click to Pay: another company's pages, on another site. */
export class ClickToPay {
  readonly heading: Locator;
  readonly codeField: Locator;
  readonly returnLink: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.codeField = page.getByRole('textbox', { name: 'Six-digit code' });
    this.returnLink = page.getByRole('link', { name: 'Return to Partner Bank' });
  }

  async rememberMe(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /Remember me/ }).check();
  }

  async continue(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel, back to Partner Bank' }).click();
    await this.page.waitForURL('**/tokenization-results/**');
  }

  async typeCode(code: string): Promise<void> {
    await this.codeField.fill(code);
    await this.continue();
  }

  async sendNewCode(channel?: 'E-mail' | 'Mobile'): Promise<void> {
    if (channel !== undefined)
      await this.page.getByRole('radio', { name: new RegExp(`^${channel}`) }).check();
    await this.page.getByRole('button', { name: 'Send a new code' }).click();
  }

  async giveContact(email: string, mobile: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await this.page.getByRole('textbox', { name: 'Mobile number' }).fill(mobile);
    await this.continue();
  }

  /** The link at the end; the browser crosses back to the bank. */
  async goBack(): Promise<void> {
    await this.returnLink.click();
    await this.page.waitForURL(/\/tokenization-results\/|\/login/);
  }

  /** One button, then back. */
  async finish(): Promise<void> {
    await this.continue();
    await this.goBack();
  }
}
