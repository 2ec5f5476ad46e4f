import { describe, expect, it } from 'vitest';
import { DemoPersonas } from '@/components/demo/personas.demo';
import { renderMarkup } from '@/lib/testing/render-markup';
import { LoginScreen, type LoginScreenProps } from './login-screen';

const action = async () => ({ status: 'idle' as const });
const face = { product: 'everyday', name: 'Everyday debit', last4: '4417', expiry: '08/29' } as const;
const draw = (
  notice: 'session_ended' | 'signed_out' | null = null,
  more: Partial<LoginScreenProps> = {},
): string =>
  renderMarkup(
    <LoginScreen
      action={action}
      next="/cards"
      passwords
      providerHref={null}
      problem={null}
      notice={notice}
      faces={[face, face]}
      personas={null}
      chooseLanguage={async () => undefined}
      {...more}
    />,
  );

describe('signing in', () => {
  it('can be filled by a password manager and keeps where the person was going', () => {
    const markup = draw();
    expect(markup).toMatch(/<input[^>]*name="username"[^>]*>/);
    expect(markup).toContain('autoComplete="username"');
    expect(markup).toContain('autoComplete="current-password"');
    expect(markup).toContain('name="next" value="/cards"');
  });

  it('labels each field and has one h1', () => {
    const markup = draw();
    for (const name of ['username', 'password']) expect(markup).toMatch(new RegExp(`<label for="${name}"`));
    expect(markup.match(/<h1/g)).toHaveLength(1);
  });

  it('offers to show the password only where a script can do it', () => {
    expect(draw()).not.toContain('Show password');
  });

  it('says that the session ended, and that nothing is lost', () => {
    expect(draw('session_ended')).toContain('What you had started is saved.');
    expect(draw()).not.toContain('signed out');
  });

  it('leads to the bank’s own sign-in by a plain link, with no field for a password where none is taken', () => {
    const providerHref = '/login/provider?next=%2Fcards';
    const both = draw(null, { providerHref });
    expect(both).toContain(`href="${providerHref}"`);
    expect(both).toContain('name="password"');
    const alone = draw(null, { providerHref, passwords: false });
    expect(alone).toContain(`href="${providerHref}"`);
    expect(alone).not.toMatch(/name="(username|password)"/);
  });

  it('says in words why a sign-in over there did not succeed', () => {
    expect(draw(null, { problem: 'SIGN_IN_CANCELLED' })).toContain('You did not finish signing in.');
  });

  it('signs a persona in with one press, by a plain form', () => {
    const persona = { username: 'maya', name: 'Maya Lindqvist', story: 'First time.' };
    const markup = renderMarkup(
      <DemoPersonas
        personas={[persona]}
        password="demo-pass"
        action={async () => undefined}
        next="/wallets"
      />,
    );
    expect(markup).toContain('aria-label="Sign in as Maya Lindqvist"');
    expect(markup).toContain('name="username" value="maya"');
    expect(markup).toContain('name="next" value="/wallets"');
    expect(markup).toContain('>ML<');
  });
});
