import { isSaved, isSettled, type CardOutcome } from '@/lib/domain/enrollment';
import type { Bank, BrowserName, Report, Standing, Tab, Weather, Who, Wish } from './bank';

/** `given`: in which round of receipts this card got its own; 0 before any. */
interface ModelCard {
  outcome: CardOutcome;
  given: number;
}
const AFTER = {
  fair: 'pushed',
  error: 'unknown',
  html: 'unknown',
  turned_away: 'consented',
  refused: 'rejected',
  hostile: 'rejected',
  lost: 'pushing',
} as const;

/** Which card gets which answer by a report. */
const reported = (report: Report, index: number): CardOutcome | null => {
  if (report === 'forged' || (report === 'first' && index > 0)) return null;
  return report === 'first' ? 'approved' : report;
};

/** What the portal promises, told without database, wire or cryptography (RE-03). Minutes on the customer's clock. */
export class Model implements Bank {
  state: Standing['state'] = 'none';
  version = 0;
  cards: ModelCard[] = [];
  calls: number[] = [];
  now = 0;
  session: { last: number } | null = { last: 0 };
  seen: Record<Tab, number> = { first: 0, second: 0 };
  /** The newest consent, by number; 0: none. */
  consent = { number: 0, wish: 'nothing' as Wish };
  code: { sentAt: number; tries: number; consent: number } | null = null;
  codesSent = 0;
  /** Of all enrollments. */
  pushes = 0;
  consents = 0;
  rounds = 0;
  expiresAt = 0;
  /** When the code was accepted on which the newest push stands. */
  sealedAt = 0;
  bound: BrowserName | null = null;
  parked: { [name in BrowserName]?: { report: Report; given: number[] } | undefined } = {};

  get awaiting(): boolean {
    return this.state === 'pushed' || this.state === 'with_token_requestor';
  }
  standing(): Standing {
    const { state, version, calls } = this;
    return { state, version, outcomes: this.cards.map(({ outcome }) => outcome), calls: [...calls] };
  }
  /** An act of the person, if they are still signed in: half an hour without one ends the session for good. */
  act(): boolean {
    if (this.session !== null && this.now - this.session.last >= 30) this.session = null;
    if (this.session !== null) this.session.last = Math.max(this.session.last, this.now);
    return this.session !== null;
  }
  private to(state: Standing['state']): string {
    this.state = state;
    this.version += 1;
    return 'ok';
  }

  signIn() {
    this.session = { last: this.now };
    return 'ok';
  }
  signOut() {
    this.session = null;
    return 'ok';
  }
  start(cards: number) {
    if (!this.act()) return 'SIGNED_OUT';
    Object.assign(this, { ...new Model(), now: this.now, session: this.session, pushes: this.pushes });
    this.cards = Array.from({ length: cards }, () => ({ outcome: 'chosen', given: 0 }));
    return this.to('draft');
  }
  look(tab: Tab) {
    if (!this.act()) return 'SIGNED_OUT';
    this.settle();
    this.seen[tab] = this.version;
    return 'ok';
  }
  change(cards: number) {
    if (!this.act()) return 'SIGNED_OUT';
    if (this.state !== 'draft' && this.state !== 'consented') return 'STEP_SKIPPED';
    if (this.cards.some(({ outcome }) => isSaved(outcome))) return 'STEP_SKIPPED';
    this.cards = Array.from({ length: cards }, () => ({ outcome: 'chosen', given: 0 }));
    this.consent.number = 0;
    this.code = null;
    return this.to('draft');
  }
  agree(tab: Tab, wish: Wish) {
    if (!this.act()) return 'SIGNED_OUT';
    const repeated = this.state === 'consented' && this.version === this.seen[tab] + 1;
    if (this.version !== this.seen[tab])
      return repeated && this.consent.number > 0 && this.consent.wish === wish ? 'ok' : 'STALE';
    if (this.state !== 'draft' && this.state !== 'consented') return 'STEP_SKIPPED';
    this.consents += 1;
    this.consent = { number: this.consents, wish };
    this.sendCode();
    return this.to('consented');
  }
  private sendCode() {
    this.codesSent += 1;
    this.code = { sentAt: this.now, tries: 5, consent: this.consent.number };
  }
  resend() {
    if (!this.act()) return 'SIGNED_OUT';
    if (this.code !== null && this.code.tries > 0 && this.now - this.code.sentAt < 0.5)
      return 'TOO_MANY_CODES';
    if (this.state !== 'consented' && this.state !== 'expired') return 'STEP_SKIPPED';
    this.sendCode();
    return 'ok';
  }
  confirm(tab: Tab, right: boolean, weather: Weather) {
    if (!this.act()) return 'SIGNED_OUT';
    if (this.state !== 'consented' && this.state !== 'expired') return this.state;
    if (this.seen[tab] !== this.version) return 'STALE';
    const { code } = this;
    if (code === null || code.tries === 0 || this.now >= code.sentAt + 5) return 'CODE_EXPIRED';
    code.tries -= 1;
    if (!right || code.consent !== this.consent.number) return code.tries > 0 ? 'WRONG_CODE' : 'CODE_EXPIRED';
    this.code = null;
    this.sealedAt = this.now;
    this.calls.push(0);
    return this.push(weather, false);
  }
  pushAgain(weather: Weather) {
    if (!this.act()) return 'SIGNED_OUT';
    this.settle();
    return this.state === 'unknown' ? this.push(weather, true) : this.state;
  }
  private push(weather: Weather, repeated: boolean) {
    const sent = this.cards.filter(({ outcome }) => !isSaved(outcome));
    this.pushes += 1;
    this.calls.push((this.calls.pop() ?? 0) + 1);
    for (const card of sent) Object.assign(card, { outcome: 'chosen', given: 0 });
    this.to('pushing');
    if (weather === 'lost') return 'FAILED';
    this.to(repeated && weather === 'turned_away' ? 'unknown' : AFTER[weather]);
    if (weather === 'fair') {
      this.rounds += 1;
      this.expiresAt = this.now + 15;
      for (const card of sent) Object.assign(card, { outcome: 'pushed', given: this.rounds });
    }
    if (this.state === 'rejected') for (const card of sent) card.outcome = 'refused';
    return this.state;
  }
  leave(browser: BrowserName) {
    if (!this.act()) return 'SIGNED_OUT';
    if (!this.awaiting) return 'STEP_SKIPPED';
    if (this.now >= this.expiresAt) return 'CODE_EXPIRED';
    this.bound = browser;
    return this.to('with_token_requestor');
  }
  comeBack(who: Who, browser: BrowserName, report: Report) {
    const owner = who === 'owner' && this.act();
    const given = this.cards.map((card) => card.given);
    const known = given.some((round, index) => round > 0 && reported(report, index) !== null);
    if (!known || who === 'stranger') return 'ok';
    if (owner && this.bound === browser) this.apply(report, given);
    else if (owner || this.bound === browser) this.parked[browser] = { report, given };
    return 'ok';
  }
  applyParked(browser: BrowserName) {
    if (!this.act()) return 'SIGNED_OUT';
    const found = this.parked[browser];
    this.parked[browser] = undefined;
    if (found !== undefined) this.apply(found.report, found.given);
    return 'ok';
  }
  private apply(report: Report, given: number[]) {
    const waiting = this.cards.filter(
      (card, i) =>
        card.outcome === 'pushed' &&
        card.given === given[i] &&
        card.given > 0 &&
        reported(report, i) !== null,
    );
    const overdue = this.now - this.expiresAt;
    if (waiting.length === 0 || overdue > 30 || !(this.awaiting || this.state === 'expired')) return;
    const late = overdue >= 0 || !this.awaiting;
    if (late && this.awaiting) this.to('expired');
    for (const card of waiting)
      card.outcome = late ? 'unknown' : (reported(report, this.cards.indexOf(card)) ?? 'pushed');
    const sent = this.cards.filter(({ outcome }) => outcome !== 'refused');
    const over = !late && sent.every(({ outcome }) => outcome !== 'pushed' && outcome !== 'chosen');
    const cancelled = sent.every(({ outcome }) => outcome === 'cancelled');
    this.to(over ? (cancelled ? 'cancelled' : 'reported') : this.state);
  }
  cancel() {
    if (!this.act()) return 'SIGNED_OUT';
    if (this.state === 'cancelled') return 'ok';
    if (this.state === 'pushing' || isOver(this.state)) return 'STEP_SKIPPED';
    for (const card of this.cards)
      if (['chosen', 'pushed', 'unknown'].includes(card.outcome)) card.outcome = 'cancelled';
    this.code = null;
    return this.to('cancelled');
  }
  sweep() {
    this.settle();
    if (this.state === 'pushing') this.to('unknown');
    return 'ok';
  }
  private settle() {
    if (this.awaiting && this.now >= this.expiresAt) this.to('expired');
    else if (this.state === 'unknown' && this.now >= this.sealedAt + 15) this.to('expired');
  }
  jump(minutes: number) {
    this.now += minutes;
    return 'ok';
  }
  crash() {
    return 'ok';
  }
}

/** A new enrollment may begin, and nothing more happens to this one. */
export const isOver = (state: Standing['state']): boolean => state === 'none' || isSettled(state);
