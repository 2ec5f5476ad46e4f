import { describe, expect, it } from 'vitest';
import { coreBanking } from '@/lib/core-banking/adapter';
import { findByUsername } from '@/lib/auth/session.repo';
import { signIn } from '@/lib/auth/sign-in';
import { Pan } from '@/lib/domain/pan';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { demoPersonas, messagesOfUsername } from './data.demo';
import { mintCard } from './mint-card.demo';
import * as production from './no-data';
import { DEMO_PASSWORD, PERSONAS, seedPersonas } from './personas.demo';
import { moveClock } from './clock.demo';
import { createWorld, worldSchema } from './worlds.demo';
import { outcomeOfCard } from '@/sandbox/scenarios/outcomes';

setEnvironment();

describe('a test card', () => {
  it.each(['000', '101', '203', '301', '504'])(
    'with outcome %s is a card number that the sandbox reads so',
    (outcome) => {
      for (const product of ['everyday', 'reserve', 'together', 'online'] as const) {
        const { accountNumber } = mintCard({ product, outcome });
        expect(() => Pan.parse(accountNumber)).not.toThrow();
        expect(outcomeOfCard(accountNumber).code).toBe(outcome);
      }
    },
  );
});

describe('a production build', () => {
  it('AU-14: has no people and no phone', async () => {
    expect(production.demoPersonas()).toBeNull();
    expect(await production.phoneOf({ customer: { id: 'x' } } as never)).toBeNull();
  });
});

onEveryDatabase('a demo', () => {
  it('seeds its people once, however often and by however many processes it is started', async () => {
    await Promise.all([seedPersonas(new Date()), seedPersonas(new Date())]);
    await seedPersonas(new Date());
    for (const { username, cards } of PERSONAS) {
      const row = await findByUsername(username);
      expect(await coreBanking().cards(row?.id ?? '')).toHaveLength(cards.length);
    }
    expect(demoPersonas()?.personas.map(({ username }) => username)).toEqual(
      PERSONAS.map(({ username }) => username),
    );
    await expect(
      signIn({ username: 'maya', password: DEMO_PASSWORD, address: null, userAgent: null }),
    ).resolves.toMatch(/./);
  });

  it('makes worlds that share no customer and no card', async () => {
    const wish = worldSchema.parse({ cards: [{ outcome: '101' }, { product: 'reserve' }] });
    const worlds = await Promise.all(Array.from({ length: 5 }, () => createWorld(wish)));
    expect(new Set(worlds.map(({ username }) => username)).size).toBe(5);
    expect(new Set(worlds.flatMap(({ cards }) => cards.map(({ cardId }) => cardId))).size).toBe(10);
    expect(JSON.stringify(worlds)).not.toMatch(/512345\d{10}/);
    expect(await messagesOfUsername(worlds[0]?.username ?? '')).toEqual([]);
    expect(await messagesOfUsername('nobody')).toBeNull();
  });

  it('moves the clock of one customer', async () => {
    const { username } = await createWorld(worldSchema.parse({ cards: [{}] }));
    expect(await moveClock({ customer: username, advanceSeconds: 90 })).toEqual({ offsetSeconds: 90 });
    expect(await moveClock({ customer: username, advanceSeconds: -30 })).toEqual({ offsetSeconds: 60 });
    expect((await findByUsername(username))?.clockOffsetMs).toBe(60_000);
    expect(await moveClock({ customer: 'nobody', advanceSeconds: 1 })).toBeNull();
  });
});
