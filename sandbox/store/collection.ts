/** Tells that the entry under `key` is now `value`; without a value it is gone. */
export type Announce<T> = (key: string, value?: T) => void;

/** Entries by key, in the order in which they first came; the newest `most` are kept. Every change is announced. */
export class Collection<T> {
  private readonly entries = new Map<string, T>();

  constructor(
    private readonly keyOf: (value: T) => string,
    private readonly most: number,
    private readonly announce: Announce<T>,
  ) {}

  get(key: string): T | undefined {
    return this.entries.get(key);
  }

  /** Oldest first. */
  values(): readonly T[] {
    return [...this.entries.values()];
  }

  save(value: T): T {
    const key = this.keyOf(value);
    this.put(key, value);
    this.announce(key, value);
    return value;
  }

  remove(key: string): boolean {
    const known = this.entries.delete(key);
    if (known) this.announce(key);
    return known;
  }

  removeWhere(unwanted: (value: T) => boolean): void {
    for (const [key, value] of [...this.entries]) if (unwanted(value)) this.remove(key);
  }

  clear(): void {
    this.removeWhere(() => true);
  }

  /** Takes over what was saved before, without announcing it again. */
  restore(values: Iterable<T>): void {
    this.entries.clear();
    for (const value of values) this.put(this.keyOf(value), value);
  }

  /** Plays back an announced change. */
  replay(key: string, value: T | undefined): void {
    if (value === undefined) this.entries.delete(key);
    else this.put(key, value);
  }

  /** What is pushed out by the limit is not announced: playing the same changes back pushes it out again. */
  private put(key: string, value: T): void {
    this.entries.set(key, value);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.most) return;
      this.entries.delete(oldest);
    }
  }
}
