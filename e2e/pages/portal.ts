import type { Locator, Page } from '@playwright/test';
import { SANDBOX_URL } from '../fixtures/addresses';
import { ByPost } from '../fixtures/by-post';
import type { Card, Customer, World } from '../fixtures/world';

const orAll = (customer: Customer, cards: readonly Card[]): readonly Card[] =>
  cards.length === 0 ? customer.cards : cards;
const named = (card: Card): string => `${card.name} ending ${card.last4}`;

/** What a cardholder does at the bank, in the cardholder's words. */
export class Portal {
  readonly heading: Locator;
  readonly codeField: Locator;
  private readonly byPost: ByPost;

  constructor(
    readonly page: Page,
    private readonly world: World,
  ) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.codeField = page.getByRole('textbox', { name: 'Six-digit code' });
    this.byPost = new ByPost(page.request, world);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async typeLogin(username: string, password: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Username' }).fill(username);
    await this.page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async signIn(customer: Customer): Promise<void> {
    await this.open('/login');
    await this.typeLogin(customer.username, customer.password);
    await this.page.waitForURL('**/cards');
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Your account/ }).click();
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await this.page.waitForURL('**/login**');
  }

  /** The row of a card on Cards and on the results. */
  row(card: Card): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: card.last4 });
  }

  addButton(card: Card): Locator {
    return this.page.getByRole('button', { name: `Add ${named(card)} to Click to Pay` });
  }

  async add(card: Card): Promise<void> {
    await this.addButton(card).click();
    await this.page.waitForURL('**/review');
  }

  async openChoose(): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Click to Pay' })
      .getByRole('link', { name: 'Choose cards' })
      .click();
    await this.page.waitForURL('**/enroll/to/**');
  }

  async openChooseFor(name: string): Promise<void> {
    await this.open('/wallets');
    await this.page.getByRole('link', { name: `Choose cards for ${name}` }).click();
    await this.page.waitForURL('**/enroll/to/**');
  }

  choice(card: Card): Locator {
    return this.page.getByLabel(named(card), { exact: true });
  }

  /** Exactly these: what the page had chosen beforehand is taken off. */
  async choose(...cards: Card[]): Promise<void> {
    const wanted = cards.map(named);
    const ticked = await this.page
      .getByRole('group', { name: 'Your cards' })
      .getByRole('checkbox', { checked: true })
      .evaluateAll((boxes) => boxes.map((box) => box.ariaLabel ?? ''));
    for (const label of ticked.filter((one) => !wanted.includes(one)))
      await this.page.getByLabel(label, { exact: true }).uncheck();
    for (const card of cards) await this.choice(card).check();
    await this.continueFromChoose();
  }

  async continueFromChoose(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Continue/ })
      .filter({ visible: true })
      .click();
    await this.page.waitForURL('**/review');
  }

  async keepPrivate(field: 'Address' | 'E-mail' | 'Mobile'): Promise<void> {
    await this.page
      .getByRole('group', { name: `${field}: share or keep private` })
      .locator('label', { hasText: 'Keep private' })
      .click();
  }

  async tick(): Promise<void> {
    await this.page.getByRole('checkbox').check();
  }

  async agree(): Promise<void> {
    await this.tick();
    await this.page.getByRole('button', { name: 'Agree and get a code' }).click();
    await this.page.waitForURL('**/confirm');
  }

  /** A complete code goes off by itself. */
  async typeCode(code: string): Promise<void> {
    await this.scriptReady(this.codeField);
    await this.codeField.fill(code);
  }

  /** From the confirm page to the leaving page, with the code of the drawn phone. */
  async confirm(customer: Customer, after: readonly string[] = []): Promise<void> {
    await this.typeCode(await this.world.code(customer, after));
    await this.page.waitForURL(/\/leave$|\/tokenization-results\//);
  }

  async resendCode(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send a new code' }).click();
  }

  leaveButton(name = 'Click to Pay'): Locator {
    return this.page.getByRole('button', { name: `Continue to ${name}` });
  }

  async leave(name = 'Click to Pay'): Promise<void> {
    await this.leaveButton(name).click();
    await this.page.waitForURL(`${SANDBOX_URL}/**`);
  }

  async cancelHere(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel, add nothing' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Cancel the slip' }).click();
    await this.page.waitForURL('**/tokenization-results/**');
  }

  /** From Cards to the confirm page, by hand. */
  async bringOn(cards: readonly Card[]): Promise<void> {
    const [first] = cards;
    if (first !== undefined && cards.length === 1) await this.add(first);
    else {
      await this.openChoose();
      await this.choose(...cards);
    }
    await this.agree();
  }

  // By post, so that a story begins where it has something to tell; the steps themselves are told in new-profile, few-clicks,
  // several-cards, keyboard, no-script. With these cards, or all of the customer's when none is named.

  /** Signed in, with no page open yet. */
  async enter(customer: Customer): Promise<void> {
    const cookies = await this.page.context().cookies();
    if (!cookies.some(({ name }) => name === 'session')) await this.byPost.signIn(customer);
  }

  async bringToCards(customer: Customer): Promise<void> {
    await this.enter(customer);
    await this.open('/cards');
  }

  async bringToReview(customer: Customer, ...cards: Card[]): Promise<void> {
    await this.enter(customer);
    await this.open(await this.byPost.toReview(orAll(customer, cards)));
  }

  async bringToConfirm(customer: Customer, ...cards: Card[]): Promise<void> {
    await this.enter(customer);
    await this.open(await this.byPost.toConfirm(orAll(customer, cards)));
  }

  /** The leaving page, or what became of it. */
  async bringToLeaving(customer: Customer, ...cards: Card[]): Promise<void> {
    await this.enter(customer);
    await this.open(await this.byPost.toLeaving(customer, orAll(customer, cards)));
  }

  async bringToClickToPay(customer: Customer, ...cards: Card[]): Promise<void> {
    await this.enter(customer);
    await this.open(await this.byPost.toClickToPay(customer, orAll(customer, cards)));
  }

  /** Until React has taken over: keys before that are kept, but nothing goes off by itself yet. */
  async scriptReady(field: Locator): Promise<void> {
    const element = await field.elementHandle();
    await field
      .page()
      .waitForFunction(
        (node) => node !== null && Object.keys(node).some((key) => key.startsWith('__reactProps')),
        element,
      );
  }
}
