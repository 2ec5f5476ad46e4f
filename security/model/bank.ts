import type { CardOutcome, EnrollmentState } from '@/lib/domain/enrollment';

export type Tab = 'first' | 'second';
export type BrowserName = 'home' | 'other';
export type Who = 'owner' | 'stranger' | 'nobody';
/** What the person keeps private. */
export type Wish = 'nothing' | 'email';
/** What becomes of the call to MDES. `lost`: it is answered, and then the database fails. */
export type Weather = 'fair' | 'error' | 'html' | 'turned_away' | 'refused' | 'hostile' | 'lost';
/** What the browser brings back; `first`: only the first card is approved; `forged`: for a receipt that nobody ever gave out. */
export type Report = 'approved' | 'declined' | 'cancelled' | 'first' | 'forged';

/** How one enrollment stands, as far as model and portal must agree. */
export interface Standing {
  state: EnrollmentState | 'none';
  version: number;
  outcomes: CardOutcome[];
  /** Calls that reached MDES, one number an intent, oldest intent first. */
  calls: number[];
}

/** What can happen to one customer's enrollment. The model and the portal each do it; a word says how it went: `ok`, or why not. */
export interface Bank<Answer = string> {
  signIn(): Answer;
  signOut(): Answer;
  start(cards: number): Answer;
  look(tab: Tab): Answer;
  change(cards: number): Answer;
  agree(tab: Tab, wish: Wish): Answer;
  resend(): Answer;
  confirm(tab: Tab, right: boolean, weather: Weather): Answer;
  pushAgain(weather: Weather): Answer;
  leave(browser: BrowserName): Answer;
  comeBack(who: Who, browser: BrowserName, report: Report): Answer;
  applyParked(browser: BrowserName): Answer;
  cancel(): Answer;
  /** Half a minute passes; what nobody finishes is settled. */
  sweep(): Answer;
  /** The customer's clock jumps. */
  jump(minutes: number): Answer;
  /** The process loses its memory, and opens its database anew. */
  crash(): Answer;
}
