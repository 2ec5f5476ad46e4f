import { describe, expect, it } from 'vitest';
import type { TokenRequestorView } from '@/lib/domain/read-models';
import { renderMarkup } from '@/lib/testing/render-markup';
import { WalletsScreen } from './wallets-screen';

const requestor = (change: Partial<TokenRequestorView>): TokenRequestorView => ({
  tokenRequestorId: 'tr1',
  name: 'Harbour Market',
  kind: 'shop',
  logo: null,
  isClickToPay: false,
  web: true,
  apps: [],
  appHref: null,
  maxCards: 1,
  eligibleCardIds: ['c1'],
  ...change,
});

const draw = (requestors: TokenRequestorView[]): string =>
  renderMarkup(
    <WalletsScreen
      requestors={requestors}
      eligibility={{ status: 'fresh', asOf: null }}
      qrUrl="http://localhost:3000/wallets"
    />,
  );

describe('other wallets and shops', () => {
  it('leads to the journey only where this browser can follow and a card can go', () => {
    expect(draw([requestor({})])).toContain('href="/enroll/to/tr1"');
    expect(draw([requestor({ web: false, apps: ['ios'] })])).not.toContain('/enroll/to/');
    expect(draw([requestor({ eligibleCardIds: [] })])).not.toContain('/enroll/to/');
  });

  it('explains one that lives in an app, with a code for the phone', () => {
    const markup = draw([requestor({ web: false, apps: ['ios', 'android'] })]);
    expect(markup).toContain('Open Harbour Market on your iPhone or Android phone');
    expect(markup).toContain('QR code with the address of this page');
    expect(draw([requestor({})])).not.toContain('QR code');
  });

  it('opens the app of one that lives in an app, where it has an address for that', () => {
    const markup = draw([requestor({ web: false, apps: ['ios'], appHref: 'https://app.example/push' })]);
    expect(markup).toMatch(/<a [^>]*href="https:\/\/app\.example\/push"[^>]*>Open Harbour Market<\/a>/);
    expect(draw([requestor({ web: false, apps: ['ios'] })])).not.toContain('>Open Harbour Market</a>');
  });

  it('shows a name of a hundred characters in full', () => {
    const name = `${'Long name '.repeat(9)}end of it.`;
    expect(draw([requestor({ name })])).toContain(name);
  });

  it('lists first what can be used now', () => {
    const markup = draw([
      requestor({ tokenRequestorId: 'a', name: 'Only app', web: false }),
      requestor({ tokenRequestorId: 'b', name: 'No card', eligibleCardIds: [] }),
      requestor({ tokenRequestorId: 'c', name: 'Ready now' }),
    ]);
    expect(markup.indexOf('Ready now')).toBeLessThan(markup.indexOf('No card'));
    expect(markup.indexOf('No card')).toBeLessThan(markup.indexOf('Only app'));
  });
});
