import { createHmac } from 'node:crypto';
import type { ClientRegistration } from './clients';
import { Collection } from './collection';
import { entryRecords } from './records';
import type {
  Change,
  Journey,
  Kind,
  Message,
  Order,
  Profile,
  Receipt,
  Remembered,
  Session,
  SignIn,
  Snapshot,
  Token,
} from './records';

const MOST_MESSAGES = 500;
const MOST_JOURNEYS = 2_000;
const MOST_RECEIPTS = 5_000;
/** People, their cards and browsers: more than any demo has, and an end for a load test. */
const MOST_PEOPLE = 20_000;
const MOST_CLIENTS = 1_000;
const MOST_VISITS = 2_000;
const MOST_REFUSED_ONCE = 1_000;

const tokenKey = (tokenRequestorId: string, panHash: string, owner: string): string =>
  `${tokenRequestorId} ${panHash} ${owner}`;

/**
 * What the sandbox remembers: in memory, with every change announced so that a file can follow. Card numbers enter
 * only through `panHash`.
 */
export class Store {
  /** Request ids whose first attempt was refused on purpose; not worth a file. */
  private readonly refusedOnce = new Set<string>();
  private readonly collections;

  constructor(
    private readonly panHashKey: Uint8Array,
    announce: (change: Change) => void,
  ) {
    const of = <T>(kind: Kind, keyOf: (value: T) => string, most: number) =>
      new Collection<T>(keyOf, most, (key, value) =>
        announce({ kind, key, ...(value !== undefined && { value }) }),
      );
    this.collections = {
      receipts: of<Receipt>('receipts', ({ receipt }) => receipt, MOST_RECEIPTS),
      journeys: of<Journey>('journeys', ({ id }) => id, MOST_JOURNEYS),
      profiles: of<Profile>('profiles', ({ email }) => email.toLowerCase(), MOST_PEOPLE),
      tokens: of<Token>(
        'tokens',
        ({ tokenRequestorId, panHash, owner }) => tokenKey(tokenRequestorId, panHash, owner),
        MOST_PEOPLE,
      ),
      remembered: of<Remembered>('remembered', ({ tokenHash }) => tokenHash, MOST_PEOPLE),
      messages: of<Message>('messages', ({ id }) => id, MOST_MESSAGES),
      clients: of<ClientRegistration>('clients', ({ consumerKey }) => consumerKey, MOST_CLIENTS),
      signIns: of<SignIn>('signIns', ({ id }) => id, MOST_VISITS),
      sessions: of<Session>('sessions', ({ tokenHash }) => tokenHash, MOST_VISITS),
      orders: of<Order>('orders', ({ id }) => id, MOST_VISITS),
    };
  }

  /** A keyed hash by which the sandbox recognises a card that it saw before. */
  panHash(accountNumber: string): string {
    return createHmac('sha256', this.panHashKey).update(accountNumber).digest('base64url');
  }

  /** A keyed hash over anything else that only the sandbox may be able to make; 32 bytes. */
  proofOf(text: string): Buffer {
    return createHmac('sha256', this.panHashKey).update(`proof\n${text}`).digest();
  }

  receipt(receipt: string): Receipt | undefined {
    return this.collections.receipts.get(receipt);
  }
  /** Oldest first. */
  allReceipts(): readonly Receipt[] {
    return this.collections.receipts.values();
  }
  dropReceipt(receipt: string): void {
    this.collections.receipts.remove(receipt);
  }
  saveReceipt(receipt: Receipt): void {
    this.collections.receipts.save(receipt);
  }
  /** How far the clocks of this person's receipts were moved, the furthest of them, in milliseconds. */
  clockOffsetOf(email: string): number {
    const own = this.collections.receipts
      .values()
      .filter(({ holder }) => holder.email?.toLowerCase() === email);
    return own.reduce((furthest, { offsetMs }) => Math.max(furthest, offsetMs), 0);
  }
  /** Moves the clock of one receipt. Returns false when it is unknown. */
  moveClock(receipt: string, offsetMs: number): boolean {
    const known = this.receipt(receipt);
    if (known === undefined) return false;
    this.saveReceipt({ ...known, offsetMs });
    return true;
  }

  /** Notes that the first attempt of this request was refused. Returns false when it was noted before. */
  refuseOnce(requestId: string): boolean {
    if (this.refusedOnce.has(requestId)) return false;
    this.refusedOnce.add(requestId);
    const [oldest] = this.refusedOnce;
    if (this.refusedOnce.size > MOST_REFUSED_ONCE && oldest !== undefined) this.refusedOnce.delete(oldest);
    return true;
  }

  journey(id: string): Journey | undefined {
    return this.collections.journeys.get(id);
  }
  saveJourney(journey: Journey): Journey {
    return this.collections.journeys.save(journey);
  }

  profile(email: string): Profile | undefined {
    return this.collections.profiles.get(email.toLowerCase());
  }
  saveProfile(profile: Profile): void {
    this.collections.profiles.save(profile);
  }
  removeProfile(email: string): void {
    this.collections.profiles.remove(email.toLowerCase());
  }

  token(tokenRequestorId: string, panHash: string, owner: string): Token | undefined {
    return this.collections.tokens.get(tokenKey(tokenRequestorId, panHash, owner));
  }
  saveToken(token: Token): void {
    this.collections.tokens.save(token);
  }
  removeToken({ tokenRequestorId, panHash, owner }: Token): void {
    this.collections.tokens.remove(tokenKey(tokenRequestorId, panHash, owner));
  }
  /** What one person has saved at one token requestor, oldest first. */
  tokensOf(tokenRequestorId: string, owner: string): readonly Token[] {
    return this.collections.tokens
      .values()
      .filter((token) => token.tokenRequestorId === tokenRequestorId && token.owner === owner);
  }

  remembered(tokenHash: string): Remembered | undefined {
    return this.collections.remembered.get(tokenHash);
  }
  remember(browser: Remembered): void {
    this.collections.remembered.save(browser);
  }
  /** The browsers in which this person is remembered, oldest first. */
  rememberedOf(email: string): readonly Remembered[] {
    return this.collections.remembered.values().filter((browser) => browser.email === email);
  }
  forget(tokenHash: string): void {
    this.collections.remembered.remove(tokenHash);
  }

  get signIns(): Collection<SignIn> {
    return this.collections.signIns;
  }
  get sessions(): Collection<Session> {
    return this.collections.sessions;
  }
  get orders(): Collection<Order> {
    return this.collections.orders;
  }

  /** Newest first. */
  allMessages(): readonly Message[] {
    return [...this.collections.messages.values()].reverse();
  }
  saveMessage(message: Message): void {
    this.collections.messages.save(message);
  }

  saveClient(client: ClientRegistration): void {
    this.collections.clients.save(client);
  }
  savedClients(): readonly ClientRegistration[] {
    return this.collections.clients.values();
  }

  /** Forgets people, cards and receipts; registered clients stay. */
  reset(): void {
    const { clients: _stay, ...rest } = this.collections;
    for (const collection of Object.values(rest)) collection.clear();
    this.refusedOnce.clear();
  }

  /** Forgets one person: what belongs to these cards, and what is known under their e-mail. */
  forgetPerson(panHashes: ReadonlySet<string>, email: string | undefined): void {
    const { receipts, journeys, tokens, profiles, remembered, messages } = this.collections;
    const owner = email?.toLowerCase();
    const gone = new Set(
      receipts.values().flatMap(({ panHash, receipt }) => (panHashes.has(panHash) ? [receipt] : [])),
    );
    const about = (entry: { readonly receipts: readonly string[] }) =>
      entry.receipts.some((receipt) => gone.has(receipt));
    receipts.removeWhere(({ receipt }) => gone.has(receipt));
    journeys.removeWhere(about);
    messages.removeWhere(about);
    tokens.removeWhere(({ panHash }) => panHashes.has(panHash));
    profiles.removeWhere(({ email: known }) => known.toLowerCase() === owner);
    remembered.removeWhere(({ email: known }) => known === owner);
  }

  snapshot(): Snapshot {
    const { receipts, journeys, profiles, tokens, remembered, messages, clients } = this.collections;
    const { signIns, sessions, orders } = this.collections;
    return {
      version: 1,
      receipts: [...receipts.values()],
      journeys: [...journeys.values()],
      profiles: [...profiles.values()],
      tokens: [...tokens.values()],
      remembered: [...remembered.values()],
      messages: [...messages.values()],
      clients: [...clients.values()],
      signIns: [...signIns.values()],
      sessions: [...sessions.values()],
      orders: [...orders.values()],
    };
  }

  restore(from: Snapshot): void {
    this.collections.receipts.restore(from.receipts);
    this.collections.journeys.restore(from.journeys);
    this.collections.profiles.restore(from.profiles);
    this.collections.tokens.restore(from.tokens);
    this.collections.remembered.restore(from.remembered);
    this.collections.messages.restore(from.messages);
    this.collections.clients.restore(from.clients);
    this.collections.signIns.restore(from.signIns);
    this.collections.sessions.restore(from.sessions);
    this.collections.orders.restore(from.orders);
  }

  /** Plays one logged change back. @throws ZodError when it is none */
  replay({ kind, key, value }: Change): void {
    const collection: { replay(key: string, value: unknown): void } = this.collections[kind];
    collection.replay(key, value === undefined ? undefined : entryRecords[kind].parse(value));
  }
}
