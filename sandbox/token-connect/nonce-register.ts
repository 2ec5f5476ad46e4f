/** Remembers which nonces were used by which consumer key, as long as their timestamps are acceptable. */
export class NonceRegister {
  private readonly seen = new Map<string, number>();

  constructor(private readonly keepMs: number) {}

  /**
   * Notes a nonce (RFC 5849, 3.3: unique for a consumer key and timestamp; here for the whole window).
   * @returns false when it was used before
   */
  use(consumerKey: string, nonce: string, nowMs: number): boolean {
    for (const [key, until] of this.seen) {
      if (until > nowMs) break;
      this.seen.delete(key);
    }
    const key = `${consumerKey} ${nonce}`;
    if (this.seen.has(key)) return false;
    this.seen.set(key, nowMs + this.keepMs);
    return true;
  }
}
