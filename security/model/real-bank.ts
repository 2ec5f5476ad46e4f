import { and, eq, notInArray, sql } from 'drizzle-orm';
import { actorFromToken, type Actor } from '@/lib/auth/actor';
import { finishSession, openSession, startSession } from '@/lib/auth/session';
import { findByUsername } from '@/lib/auth/session.repo';
import { config } from '@/lib/config/env';
import { consentText } from '@/lib/consent/consent-text-view';
import { database } from '@/lib/db/client';
import { demoMessages, enrollments } from '@/lib/db/schema';
import { agree } from '@/lib/enrollment/agree';
import { cancelEnrollment } from '@/lib/enrollment/cancel-enrollment';
import { currentEnrollment } from '@/lib/enrollment/enrollment-view';
import { leave } from '@/lib/enrollment/leave';
import { confirmCode, pushAgain } from '@/lib/enrollment/push-cards';
import { applyParkedReturn, receiveReturn } from '@/lib/enrollment/receive-return';
import { settleOverdue } from '@/lib/enrollment/settle-overdue';
import { changeCards, startEnrollment } from '@/lib/enrollment/start-enrollment';
import { resendCode } from '@/lib/enrollment/step-up';
import { AppError } from '@/lib/errors/app-error';
import { enrollmentNow, receiptsOf } from '@/lib/testing/journey';
import { sandboxControl } from '@/lib/testing/portal-under-test';
import { moveClockOnly, type TestCustomer } from '@/lib/testing/test-customer';
import type { Bank, BrowserName, Report, Standing, Tab, Weather, Who, Wish } from './bank';

const ORDERED: Partial<Record<Weather, string>> = {
  error: 'status-500',
  html: 'html',
  turned_away: 'gateway-401',
  refused: 'call-ineligible',
  hostile: 'hostile-uri',
};
const WORDS = {
  approved: 'APPROVED|DSHRMC01',
  declined: 'DECLINED',
  cancelled: 'CANCELLED',
  forged: 'APPROVED|X',
};

/** From here on, inserting into this table fails where the condition holds. */
async function breakTable(table: string, condition: string): Promise<() => Promise<void>> {
  await database().execute(sql`
    create or replace function broken() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
  await database().execute(
    sql.raw(
      `create trigger broken before insert on ${table} for each row when (${condition}) execute function broken()`,
    ),
  );
  return async () => {
    await database().execute(sql.raw(`drop trigger broken on ${table}`));
  };
}

/** The portal itself: its use cases over its database, and the sandbox on a socket. */
export class RealBank implements Bank<Promise<string>> {
  enrollmentId: string | null = null;
  private token: string | null;
  private code = '';
  private readonly codesSeen: string[] = [];
  private readonly seen: Record<Tab, number> = { first: 0, second: 0 };
  private readonly flows: Partial<Record<BrowserName, string>> = {};
  private aheadMinutes = 0;

  constructor(
    private readonly owner: TestCustomer,
    private readonly stranger: TestCustomer,
    /** Where the database lives, to be opened again after a crash. */
    private readonly reopen: () => Promise<void>,
  ) {
    this.token = owner.token;
  }

  async standing(): Promise<Standing> {
    if (this.enrollmentId === null) return { state: 'none', version: 0, outcomes: [], calls: [] };
    const { state, version, cards } = await enrollmentNow(this.owner, this.enrollmentId);
    const calls = new Map<string, number>();
    const journal = await sandboxControl.journal({ op: 'push' });
    for (const { requestId } of journal.reverse())
      calls.set(String(requestId), (calls.get(String(requestId)) ?? 0) + 1);
    return { state, version, outcomes: cards.map(({ outcome }) => outcome), calls: [...calls.values()] };
  }

  /** Runs an act while the audit cannot be written: whatever it answers, nothing may have changed (OP-03). */
  async withoutAudit(act: () => Promise<string>): Promise<void> {
    const mend = await breakTable('audit_events', 'true');
    await act().finally(mend);
  }

  private async actor(): Promise<Actor | null> {
    if (this.token === null || (await openSession(this.token, true)) === null) return null;
    return actorFromToken(this.token);
  }
  private get id(): string {
    return this.enrollmentId ?? 'none';
  }
  /** What a signed-in person does, and the word for how it went. */
  private async asOwner(work: (actor: Actor) => Promise<string> | Promise<void>): Promise<string> {
    const actor = await this.actor();
    if (actor === null) return 'SIGNED_OUT';
    try {
      return (await work(actor)) ?? 'ok';
    } catch (error) {
      return error instanceof AppError ? error.code : 'FAILED';
    }
  }
  /** Reads the phone: the message that was not there before. */
  private async readPhone(): Promise<void> {
    const rows = await database()
      .select()
      .from(demoMessages)
      .where(
        and(
          eq(demoMessages.customerId, this.owner.actor.customer.id),
          notInArray(demoMessages.id, this.codesSeen),
        ),
      );
    for (const { id, text } of rows) {
      this.codesSeen.push(id);
      this.code = /\b(\d{3}) (\d{3})\b/.exec(text)?.slice(1).join('') ?? '';
    }
  }

  async signIn() {
    const row = await findByUsername(this.owner.username);
    if (row === null) return 'no such customer';
    this.token = await startSession(row, { address: null, userAgent: null });
    return 'ok';
  }
  async signOut() {
    const session = this.token === null ? null : await openSession(this.token, false);
    if (session !== null)
      await finishSession(session.idHash, session.customerId, 'signed_out', session.clock());
    return 'ok';
  }
  start(cards: number) {
    return this.asOwner(async (actor) => {
      await sandboxControl.reset();
      Object.assign(this.seen, { first: 0, second: 0 });
      const cardIds = this.owner.cardIds.slice(0, cards);
      const tokenRequestorId = config().clickToPayTokenRequestorId;
      this.enrollmentId = await startEnrollment(actor, { tokenRequestorId, cardIds });
    });
  }
  look(tab: Tab) {
    return this.asOwner(async (actor) => {
      this.seen[tab] = this.enrollmentId === null ? 0 : (await currentEnrollment(actor, this.id)).version;
    });
  }
  change(cards: number) {
    return this.asOwner((actor) => changeCards(actor, this.id, this.owner.cardIds.slice(0, cards)));
  }
  async agree(tab: Tab, wish: Wish) {
    const answer = await this.asOwner(async (actor) => {
      await agree(actor, {
        enrollmentId: this.id,
        version: this.seen[tab],
        consentVersion: consentText('en_GB', 'Click to Pay').version,
        agreed: true,
        keepPrivate: wish === 'email' ? ['email'] : [],
      });
    });
    await this.readPhone();
    return answer;
  }
  async resend() {
    const answer = await this.asOwner(async (actor) =>
      resendCode(actor, await enrollmentNow(this.owner, this.id)),
    );
    await this.readPhone();
    return answer;
  }
  confirm(tab: Tab, right: boolean, weather: Weather) {
    const code = right ? this.code : String((Number(this.code) + 1) % 1_000_000).padStart(6, '0');
    return this.under(weather, (actor) => confirmCode(actor, this.id, code, this.seen[tab]));
  }
  pushAgain(weather: Weather) {
    return this.under(weather, (actor) => pushAgain(actor, this.id));
  }
  private async under(weather: Weather, push: (actor: Actor) => Promise<{ state: string }>): Promise<string> {
    const outcome = ORDERED[weather];
    if (outcome !== undefined) await sandboxControl.outcome({ outcome });
    const lost = `new.event in ('receipts_returned', 'all_refused', 'not_sent', 'no_readable_answer')`;
    const mend = weather === 'lost' ? await breakTable('enrollment_events', lost) : undefined;
    const answer = await this.asOwner(async (actor) => (await push(actor)).state);
    await mend?.();
    if (outcome !== undefined) await sandboxControl.clearOutcomes();
    return answer;
  }
  leave(browser: BrowserName) {
    return this.asOwner(async (actor) => {
      this.flows[browser] = (await leave(actor, this.id, this.flows[browser])).flow;
    });
  }
  async comeBack(who: Who, browser: BrowserName, report: Report) {
    const actor = who === 'owner' ? await this.actor() : who === 'stranger' ? this.stranger.actor : null;
    const { path, newFlow } = await receiveReturn({
      query: await this.query(report),
      actor,
      flow: this.flows[browser],
    });
    if (newFlow !== undefined) this.flows[browser] = newFlow;
    return path.includes('results[') || path.includes('MCC') ? `a receipt in ${path}` : 'ok';
  }
  private async query(report: Report): Promise<string> {
    const receipts = this.enrollmentId === null ? [] : await receiptsOf(this.owner, this.id);
    const { cards } = this.enrollmentId === null ? { cards: [] } : await enrollmentNow(this.owner, this.id);
    const first = cards[0]?.receipt;
    const known = report === 'first' ? (first ? [first] : []) : report === 'forged' ? [] : receipts;
    const brought = known.length > 0 ? known : ['MCC-0000-forged'];
    const word = WORDS[report === 'first' ? 'approved' : report];
    return `?${brought.map((receipt) => `results[${receipt}]=${word}`).join('&')}`;
  }
  applyParked(browser: BrowserName) {
    return this.asOwner(async (actor) => void (await applyParkedReturn(actor, this.flows[browser])));
  }
  cancel() {
    return this.asOwner((actor) => cancelEnrollment(actor, this.id));
  }
  async sweep() {
    await database()
      .update(enrollments)
      .set({ pushedAt: new Date(Date.now() - 30_000) })
      .where(and(eq(enrollments.id, this.id), eq(enrollments.state, 'pushing')));
    await settleOverdue(this.owner.actor.customer.id);
    return 'ok';
  }
  async jump(minutes: number) {
    this.aheadMinutes += minutes;
    await moveClockOnly(this.owner, this.aheadMinutes * 60);
    return 'ok';
  }
  async crash() {
    const registry = globalThis as Record<symbol, unknown>;
    registry[Symbol.for('issuer-portal.mdes')] = undefined;
    await this.reopen();
    return 'ok';
  }
}
