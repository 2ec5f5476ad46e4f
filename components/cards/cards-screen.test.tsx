import { describe, expect, it } from 'vitest';
import type { CardRowView, CardsPageView, TokenRequestorView } from '@/lib/domain/read-models';
import { renderMarkup } from '@/lib/testing/render-markup';
import { CardsScreen } from './cards-screen';

const clickToPay: TokenRequestorView = {
  tokenRequestorId: 'tr-c2p',
  name: 'Click to Pay',
  kind: 'wallet',
  logo: '/api/asset/abc',
  isClickToPay: true,
  web: true,
  apps: [],
  appHref: null,
  maxCards: 5,
  eligibleCardIds: ['c1', 'c2'],
};

const card = (change: Partial<CardRowView> = {}): CardRowView => ({
  cardId: 'c1',
  product: 'everyday',
  name: 'Everyday debit',
  last4: '4417',
  expiry: '08/29',
  note: null,
  clickToPay: { kind: 'can_add' },
  savedElsewhere: [],
  ...change,
});

const saved = (certainty: 'reported' | 'confirmed') =>
  ({
    kind: 'saved',
    place: {
      tokenRequestorId: 'tr-c2p',
      name: 'Click to Pay',
      enrollmentId: 'e7',
      since: '2026-03-03T10:00:00Z',
      certainty,
    },
  }) as const;

const draw = (change: Partial<CardsPageView> = {}, notice?: string): string => {
  const view: CardsPageView = {
    cards: [card()],
    clickToPay,
    others: [],
    eligibility: { status: 'fresh', asOf: '2026-11-22T09:00:00Z' },
    bannerDismissed: false,
    resume: null,
    ...change,
  };
  const action = async () => undefined;
  const actions = {
    start: action,
    dismissBanner: action,
    recheckEligibility: async () => ({ failed: true as const }),
  };
  return renderMarkup(<CardsScreen view={view} notice={notice} actions={actions} />);
};

describe('the cards page', () => {
  it('has one h1 that can take the focus, and no style attribute anywhere', () => {
    const markup = draw();
    expect(markup.match(/<h1[^>]*>/g)).toEqual([expect.stringContaining('tabindex="-1"')]);
    expect(markup).not.toMatch(/\sstyle=/);
  });

  it('names each add button after its card and posts card and place', () => {
    const markup = draw();
    expect(markup).toContain('aria-label="Add Everyday debit ending 4417 to Click to Pay"');
    expect(markup).toContain('<input type="hidden" name="tokenRequestorId" value="tr-c2p"/>');
    expect(markup).toContain('<input type="hidden" name="cardId" value="c1"/>');
  });

  it('says "Click to Pay reported" until it is confirmed, and never with the shape of confirmed', () => {
    const reported = draw({ cards: [card({ clickToPay: saved('reported') })] });
    expect(reported).toContain('Click to Pay reported this card added, 3 March 2026');
    expect(reported).toContain('lucide-circle-check');
    expect(reported).not.toContain('lucide-badge-check');
    expect(reported).not.toContain('In Click to Pay');
    const confirmed = draw({ cards: [card({ clickToPay: saved('confirmed') })] });
    expect(confirmed).toContain('In Click to Pay');
    expect(confirmed).toContain('lucide-badge-check');
    expect(confirmed).not.toContain('reported');
  });

  it('leads from a saved card to its enrollment', () => {
    expect(draw({ cards: [card({ clickToPay: saved('reported') })] })).toMatch(
      /href="\/activity\/e7"[^>]*>See details|See details/,
    );
  });

  it.each([
    ['expired', 'Expired 08/29', 'Activate your new card'],
    ['blocked', 'Blocked', '0800\u00a0555\u00a00142'],
    ['closed', 'Closed', 'Choose another one'],
    ['not_eligible', 'Cannot go here', 'does not take this kind of card'],
  ] as const)('says of a card that is %s why it cannot go and what would help', (reason, word, help) => {
    const markup = draw({ cards: [card({ clickToPay: { kind: 'unavailable', reason } })] });
    expect(markup).toContain(word);
    expect(markup).toContain(help);
    expect(markup).not.toContain('Add to Click to Pay');
  });

  it('offers Click to Pay once, with as many cards as can go, until it was put aside', () => {
    expect(draw({ cards: [card(), card({ cardId: 'c2' })] })).toMatch(
      /Two of your cards can go now\..*Choose cards.*Not now/s,
    );
    expect(draw()).toContain('href="/enroll/to/tr-c2p"');
    expect(draw({ bannerDismissed: true })).not.toContain('Choose cards');
    const underWay = card({ clickToPay: { kind: 'in_progress', enrollmentId: 'e1' } });
    expect(draw({ cards: [underWay] })).not.toContain('Choose cards');
  });

  it('keeps the cards and says so when Click to Pay cannot be reached', () => {
    const markup = draw({
      clickToPay: null,
      cards: [card({ clickToPay: { kind: 'not_known' } })],
      eligibility: { status: 'unavailable', asOf: null },
    });
    expect(markup).toContain('We could not reach Click to Pay.');
    expect(markup).toContain('Everyday debit');
    expect(markup).not.toContain('Add to Click to Pay');
  });

  it('says of an old list how old it is', () => {
    expect(draw({ eligibility: { status: 'stale', asOf: '2026-11-22T09:05:00Z' } })).toContain(
      '22 November at 09:05',
    );
  });

  it('leads back to what was left unfinished', () => {
    const markup = draw({
      resume: { enrollmentId: 'e1', name: 'Click to Pay', state: 'pushed', href: '/enroll/e1/leave' },
    });
    expect(markup).toContain('href="/enroll/e1/leave"');
  });

  it('writes names as text: a hostile name is no markup', () => {
    const markup = draw({
      others: [
        {
          tokenRequestorId: 'x',
          name: '<img src=x onerror=alert(1)>',
          logo: null,
          kind: 'shop',
          savedCards: 1,
        },
      ],
    });
    expect(markup).not.toContain('<img src=x');
    expect(markup).toContain('&lt;img src=x');
  });
});
