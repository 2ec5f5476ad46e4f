import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { audit } from '@/lib/audit/audit';
import { verifyChain } from '@/lib/audit/verify-chain';
import { database } from '@/lib/db/client';
import { cards } from '@/lib/db/schema';
import { mintCard } from '@/lib/demo/mint-card.demo';
import { keyId } from '@/lib/sealing/seal';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { forgetPreviousKeys, newDataKey } from '@/lib/testing/rotate-key';
import { dataKeyFaults } from '@/server/data-key-faults';
import { addCustomer, DuplicateCardError } from './add-customer';
import { coreBanking } from './adapter';
import { cardKeyIds, resealCards } from './reseal-cards';

setEnvironment();

const person = { givenName: 'Robin', familyName: 'Tester', country: 'GBR', locale: 'en_GB' };
const mint = () => mintCard({ product: 'everyday', outcome: '000' });
let count = 0;
const add = async (...minted: ReturnType<typeof mint>[]) =>
  addCustomer({ ...person, username: `rotated-${(count += 1)}`, cards: minted }, new Date());

onEveryDatabase('the data keys', () => {
  it('PD-01: a rotation seals every card anew, and the old key is needed no more', async () => {
    const minted = Array.from({ length: 5 }, mint);
    const { customerId, cardIds } = await add(...minted);
    newDataKey();
    await add(mint());
    expect(await resealCards()).toBe(5);
    expect(await resealCards()).toBe(0);
    expect(await cardKeyIds()).toEqual([keyId()]);
    const putBack = forgetPreviousKeys();
    for (const [i, cardId] of cardIds.entries())
      expect((await coreBanking().pan(customerId, cardId))?.reveal()).toBe(minted[i]?.accountNumber);
    await expect(add(...minted)).rejects.toBeInstanceOf(DuplicateCardError);
    putBack();
  });

  it('PD-01: a rotation that was cut short is taken up where it stopped; all cards open at every moment', async () => {
    const { customerId, cardIds } = await add(mint(), mint(), mint(), mint());
    newDataKey();
    const cut = resealCards((done) => {
      if (done === 2) throw new Error('kill -9');
    });
    await expect(cut).rejects.toThrow('kill -9');
    expect((await cardKeyIds()).length).toBe(2);
    for (const cardId of cardIds) expect(await coreBanking().pan(customerId, cardId)).not.toBeNull();
    expect(await resealCards()).toBe(2);
  });

  it('PD-01: a card under the old key is still known as registered while the keys rotate', async () => {
    const card = mint();
    await add(card);
    newDataKey();
    await expect(add(card)).rejects.toBeInstanceOf(DuplicateCardError);
  });

  it('PD-01: a card that changes while it is sealed anew is left as it was changed', async () => {
    const { cardIds } = await add(mint());
    newDataKey();
    const [id] = cardIds;
    if (id === undefined) throw new Error('no card');
    await Promise.all([resealCards(), resealCards()]);
    const [row] = await database().select().from(cards).where(eq(cards.id, id));
    expect(row?.panKeyId).toBe(keyId());
  });

  it('PD-01: two rows whose values were swapped open no more', async () => {
    const { customerId, cardIds } = await add(mint(), mint());
    const [one, two] = await database().select().from(cards).where(eq(cards.customerId, customerId));
    if (one === undefined || two === undefined) throw new Error('no cards');
    await database().update(cards).set({ panSealed: two.panSealed }).where(eq(cards.id, one.id));
    expect(cardIds).toContain(one.id);
    await expect(coreBanking().pan(customerId, one.id)).rejects.toThrow();
  });

  it('PD-01: the portal says at its start which key is missing, and nothing of the key', async () => {
    await add(mint());
    expect(await dataKeyFaults()).toEqual([]);
    const old = keyId();
    newDataKey();
    expect(await dataKeyFaults()).toEqual([]);
    const putBack = forgetPreviousKeys();
    expect(await dataKeyFaults()).toEqual([
      `DATA_KEY_PREVIOUS must hold the key ${old}: cards are sealed with it.`,
    ]);
    putBack();
  });

  it('OP-02: the audit is whole before, during and after a rotation', async () => {
    const write = () =>
      database().transaction((tx) =>
        audit(tx, { at: new Date(), actor: 'system', action: 'data_keys', outcome: 'rotated' }),
      );
    await write();
    const old = keyId();
    newDataKey();
    expect(await verifyChain(database())).toMatchObject({ ok: true, count: 1 });
    const early = forgetPreviousKeys();
    expect(await dataKeyFaults()).toEqual([
      `DATA_KEY_PREVIOUS must hold the key ${old}: the audit is sealed with it.`,
    ]);
    early();
    await write();
    const putBack = forgetPreviousKeys();
    expect(await verifyChain(database())).toMatchObject({ ok: true, count: 2 });
    putBack();
  });
});
