import { createHmac } from 'node:crypto';
import type { ClientRegistration } from './clients';
import type { Journey, Message, Profile, Receipt, Remembered, Snapshot, Token } from './records';

const MOST_MESSAGES = 500;
const MOST_JOURNEYS = 2_000;
const MOST_RECEIPTS = 5_000;

/** Keeps the newest `most` entries of a map that is in order of insertion. */
function trim(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}

/**
 * What the sandbox remembers: in memory, with every change announced so that a snapshot can follow. Card numbers enter
 * only through `panHash`.
 */
export class Store {
  private receipts = new Map<string, Receipt>();
  private journeys = new Map<string, Journey>();
  private profiles = new Map<string, Profile>();
  private tokens = new Map<string, Token>();
  private rememberedBrowsers = new Map<string, Remembered>();
  private messages: Message[] = [];
  private clients = new Map<string, ClientRegistration>();
  /** Request ids whose first attempt was refused on purpose; not worth a snapshot. */
  readonly refusedOnce = new Set<string>();

  constructor(
    private readonly panHashKey: Uint8Array,
    private readonly changed: () => void,
  ) {}

  /** A keyed hash by which the sandbox recognises a card that it saw before. */
  panHash(accountNumber: string): string {
    return createHmac('sha256', this.panHashKey).update(accountNumber).digest('base64url');
  }

  receipt(receipt: string): Receipt | undefined {
    return this.receipts.get(receipt);
  }

  saveReceipt(receipt: Receipt): void {
    this.receipts.set(receipt.receipt, receipt);
    trim(this.receipts, MOST_RECEIPTS);
    this.changed();
  }

  /** Moves the clock of one receipt. Returns false when it is unknown. */
  moveClock(receipt: string, offsetMs: number): boolean {
    const known = this.receipts.get(receipt);
    if (known === undefined) return false;
    this.saveReceipt({ ...known, offsetMs });
    return true;
  }

  journey(id: string): Journey | undefined {
    return this.journeys.get(id);
  }

  saveJourney(journey: Journey): Journey {
    this.journeys.set(journey.id, journey);
    trim(this.journeys, MOST_JOURNEYS);
    this.changed();
    return journey;
  }

  profile(email: string): Profile | undefined {
    return this.profiles.get(email.toLowerCase());
  }

  saveProfile(profile: Profile): void {
    this.profiles.set(profile.email.toLowerCase(), profile);
    this.changed();
  }

  token(tokenRequestorId: string, panHash: string, owner: string): Token | undefined {
    return this.tokens.get(`${tokenRequestorId} ${panHash} ${owner}`);
  }

  saveToken(token: Token): void {
    this.tokens.set(`${token.tokenRequestorId} ${token.panHash} ${token.owner}`, token);
    this.changed();
  }

  remembered(tokenHash: string): Remembered | undefined {
    return this.rememberedBrowsers.get(tokenHash);
  }

  remember(browser: Remembered): void {
    this.rememberedBrowsers.set(browser.tokenHash, browser);
    this.changed();
  }

  /** Newest first. */
  allMessages(): readonly Message[] {
    return this.messages;
  }

  saveMessage(message: Message): void {
    this.messages = [message, ...this.messages].slice(0, MOST_MESSAGES);
    this.changed();
  }

  saveClient(client: ClientRegistration): void {
    this.clients.set(client.consumerKey, client);
    this.changed();
  }

  savedClients(): readonly ClientRegistration[] {
    return [...this.clients.values()];
  }

  /** Forgets people, cards and receipts; registered clients stay. */
  reset(): void {
    this.receipts.clear();
    this.journeys.clear();
    this.profiles.clear();
    this.tokens.clear();
    this.rememberedBrowsers.clear();
    this.messages = [];
    this.refusedOnce.clear();
    this.changed();
  }

  snapshot(): Snapshot {
    return {
      version: 1,
      receipts: [...this.receipts.values()],
      journeys: [...this.journeys.values()],
      profiles: [...this.profiles.values()],
      tokens: [...this.tokens.values()],
      remembered: [...this.rememberedBrowsers.values()],
      messages: this.messages,
      clients: this.savedClients().slice(),
    };
  }

  restore(from: Snapshot): void {
    this.receipts = new Map(from.receipts.map((entry) => [entry.receipt, entry]));
    this.journeys = new Map(from.journeys.map((entry) => [entry.id, entry]));
    this.profiles = new Map(from.profiles.map((entry) => [entry.email.toLowerCase(), entry]));
    this.tokens = new Map(
      from.tokens.map((entry) => [`${entry.tokenRequestorId} ${entry.panHash} ${entry.owner}`, entry]),
    );
    this.rememberedBrowsers = new Map(from.remembered.map((entry) => [entry.tokenHash, entry]));
    this.messages = from.messages;
    this.clients = new Map(from.clients.map((entry) => [entry.consumerKey, entry]));
  }
}
