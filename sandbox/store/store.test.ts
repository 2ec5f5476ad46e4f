import { describe, expect, it } from 'vitest';
import type { Change } from './records';
import { Store } from './store';

const key = new Uint8Array(32);
const receipt = (n: number) => ({
  receipt: `MCC-STL-${n}`,
  requestId: 'r',
  pushAccountId: '1',
  consumerKey: 'c',
  tokenRequestorId: '50123197928',
  last4: '0016',
  panHash: 'h',
  outcomeCode: '000',
  activation: { app: false, website: false },
  holder: {},
  createdAtMs: 0,
  expiresAtMs: 1,
  offsetMs: 0,
  consumed: false,
});

describe('the store', () => {
  it('comes to the same state when its announced changes are played back, limits and all', () => {
    const changes: Change[] = [];
    const store = new Store(key, (change) => changes.push(JSON.parse(JSON.stringify(change)) as Change));
    for (let n = 0; n < 5_010; n += 1) store.saveReceipt(receipt(n));
    store.moveClock('MCC-STL-5000', 60_000);
    store.saveProfile({ email: 'Maya@example.com', createdAtMs: 1 });
    const copy = new Store(key, () => undefined);
    for (const change of changes) copy.replay(change);
    expect(copy.snapshot()).toEqual(store.snapshot());
    expect(store.snapshot().receipts).toHaveLength(5_000);
    expect(copy.receipt('MCC-STL-9')).toBeUndefined();
    store.reset();
    for (const change of changes) copy.replay(change);
    expect(copy.snapshot()).toEqual(store.snapshot());
    expect(copy.snapshot().receipts).toEqual([]);
  });

  it('refuses to play back what is no entry of its collection', () => {
    expect(() =>
      new Store(key, () => undefined).replay({ kind: 'receipts', key: 'x', value: { receipt: 7 } }),
    ).toThrow();
  });

  it('refuses a first attempt once per request', () => {
    const store = new Store(key, () => undefined);
    expect([store.refuseOnce('a'), store.refuseOnce('a'), store.refuseOnce('b')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
