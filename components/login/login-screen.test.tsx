import { describe, expect, it } from 'vitest';
import { DemoPersonas } from '@/components/demo/personas.demo';
import { renderMarkup } from '@/lib/testing/render-markup';
import { LoginScreen } from './login-screen';

const action = async () => ({ status: 'idle' as const });
const draw = (notice: 'session_ended' | 'signed_out' | null = null): string =>
  renderMarkup(<LoginScreen action={action} next="/cards" notice={notice} personas={null} />);

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
