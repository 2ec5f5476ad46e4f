import { expect, type Locator, type Page } from '@playwright/test';
import type { Card, Customer, World } from '../fixtures/world';

/** The way through the bank for somebody who reads no word of it: by what the pages are made of, so in every language alike. */
export class AnyLanguage {
  private readonly codes: string[] = [];

  constructor(
    readonly page: Page,
    private readonly world: World,
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async typeLogin(username: string, password: string): Promise<void> {
    await this.ready('#username');
    await this.page.locator('#username').fill(username);
    await this.page.locator('#password').fill(password);
    await this.page.locator('#password').press('Enter');
  }

  async signIn(customer: Customer): Promise<void> {
    await this.open('/login');
    await this.typeLogin(customer.username, customer.password);
    await this.page.waitForURL('**/cards');
  }

  async signOut(): Promise<void> {
    await this.page.context().clearCookies({ name: /session/ });
  }

  async chooseFor(index: number): Promise<void> {
    await this.open('/wallets');
    await this.page.locator('a[href^="/enroll/to/"]').nth(index).click();
    await this.page.waitForURL('**/enroll/to/**');
  }

  /** Exactly these cards, then on to the review. */
  async choose(...cards: Card[]): Promise<void> {
    await this.ready('input[name=cardId]');
    const ticked = await this.page
      .locator('input[name=cardId][type=checkbox]:checked')
      .evaluateAll((boxes: HTMLInputElement[]) => boxes.map((box) => box.value));
    for (const cardId of ticked) await this.page.locator(`input[value="${cardId}"]`).uncheck();
    for (const { cardId } of cards) await this.page.locator(`input[value="${cardId}"]`).check();
    await this.submit('form:has(input[name=cardId])');
    await this.page.waitForURL('**/review');
  }

  async add({ last4 }: Card): Promise<void> {
    await this.open('/cards');
    await this.page.locator('main li', { hasText: last4 }).locator('button[type=submit]').first().click();
    await this.page.waitForURL('**/review');
  }

  /** Without a tick this only says what is missing. */
  async agree(): Promise<void> {
    await this.submit('form:has(#agree)');
  }

  async tickAndAgree(): Promise<void> {
    await this.page.locator('#agree').check();
    await this.agree();
    await this.page.waitForURL('**/confirm');
  }

  async newestCode(customer: Customer): Promise<string> {
    const code = await this.world.code(customer, this.codes);
    this.codes.push(code);
    return code;
  }

  async typeCode(code: string): Promise<void> {
    await this.ready('#code');
    await this.page.locator('#code').fill('');
    await this.page.locator('#code').fill(code);
  }

  /** From the review to the leaving page, or to what became of it. */
  async confirm(customer: Customer): Promise<void> {
    await this.tickAndAgree();
    await this.typeCode(await this.newestCode(customer));
    await this.page.waitForURL(/\/leave$|\/tokenization-results\//);
  }

  /** The question before cancelling. */
  async askToCancel(): Promise<Locator> {
    await this.ready('form:has(dialog) > button');
    await this.page.locator('form:has(dialog) > button').first().click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async leave(): Promise<void> {
    await this.page.locator('form[action$="/leave/go"] button').click();
    await this.page.waitForURL(
      (url) => url.port !== new URL(this.page.url()).port || !url.pathname.includes('/enroll/'),
    );
  }

  /** The first button of the other company's page. */
  async pressThere(): Promise<void> {
    await this.page.locator('main button.button').first().click();
  }

  /** The address that leads back to the bank. */
  async wayBack(): Promise<string> {
    const href = await this.page.locator('main a.button').first().getAttribute('href');
    return new URL(href ?? '', this.page.url()).href;
  }

  async goBack(): Promise<void> {
    await this.page.locator('main a.button').first().click();
    await this.page.waitForURL('**/tokenization-results/**');
  }

  private async submit(selector: string): Promise<void> {
    await this.ready(selector);
    await this.page.locator(selector).evaluate((form: HTMLFormElement) => form.requestSubmit());
  }

  /** Until React has taken over. */
  private async ready(selector: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const node = document.querySelector(wanted);
      return node !== null && Object.keys(node).some((key) => key.startsWith('__reactProps'));
    }, selector);
  }
}
