import { expect, it, vi } from 'vitest';
import { openSession } from '@/lib/auth/session';
import { PERSONAS, seedPersonas } from '@/lib/demo/personas.demo';
import { onEveryDatabase } from '@/lib/testing/database';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { POST } from './route.demo';

const request = vi.hoisted(() => ({ cookie: '' }));
// The request is Next's; outside of its server there is none, so this test brings one with the session's cookie.
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (name === 'session' ? { name, value: request.cookie } : undefined),
      set: (name: string, value: string) => name === 'session' && (request.cookie = value),
    }),
  headers: () => Promise.resolve(new Headers()),
}));

setEnvironment();

const begin = async (username: string) => {
  const body = new URLSearchParams({ username });
  const { status } = await POST(
    new Request('http://localhost:3000/api/demo/start', { method: 'POST', body }),
  );
  return { status, token: request.cookie };
};

onEveryDatabase('a story of the demo', () => {
  it('AU-02: ends the one that this browser was in', async () => {
    await seedPersonas(new Date());
    const [one = '', other = ''] = PERSONAS.map(({ username }) => username);
    const before = await begin(one);
    expect(before.status).toBe(303);
    expect(await openSession(before.token, false)).not.toBeNull();
    const after = await begin(other);
    expect(await openSession(before.token, false)).toBeNull();
    expect(await openSession(after.token, false)).not.toBeNull();
  });
});
