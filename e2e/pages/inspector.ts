import type { Locator, Page } from '@playwright/test';

/** The demo's window into the flow, as a presenter uses it. */
export class Inspector {
  readonly hops: Locator;
  readonly details: Locator;

  constructor(readonly page: Page) {
    this.hops = page.getByRole('list', { name: 'Hops, in order' }).getByRole('button');
    this.details = page.getByRole('region', { name: 'Details of the hop' });
  }

  async open(): Promise<void> {
    await this.page.goto('/demo/inspector');
  }

  /** Beside the journey, from the strip over the page. */
  async dock(): Promise<void> {
    await this.page
      .getByRole('complementary', { name: 'Demo tools' })
      .getByRole('link', { name: 'Inspector' })
      .click();
  }

  hop(name: RegExp): Locator {
    return this.hops.filter({ hasText: name }).first();
  }

  async tab(name: string): Promise<void> {
    await this.details.getByRole('tab', { name, exact: true }).click();
  }

  /** Every hop in words, in order, without what differs from run to run. */
  async story(): Promise<string[]> {
    const names = await this.hops.evaluateAll((rows) =>
      rows.map((row) => row.querySelector('.sr-only')?.textContent ?? ''),
    );
    return names.map((name) =>
      name.replace(/, \d+ ms$/, '').replace(/tokenization-results\/\S+/, 'tokenization-results/…'),
    );
  }
}
