import { expect, it, vi } from 'vitest';
import { agreeAction, chooseAction, confirmAction, resendAction } from '@/app/(journey)/enroll/actions';
import { signOutDeviceAction } from '@/app/(portal)/account/devices/actions';
import { cancelAction, pushAgainAction, startAction, startAgainAction } from '@/app/(portal)/actions';
import { consentText } from '@/lib/consent/consent-text-view';
import { config } from '@/lib/config/env';
import { signedInDevices } from '@/lib/auth/devices';
import { openSession } from '@/lib/auth/session';
import type { ActionState } from '@/lib/domain/read-models';
import { onEveryDatabase } from '@/lib/testing/database';
import { begin, consent, enrollmentNow } from '@/lib/testing/journey';
import { statementsOf } from '@/lib/testing/statements';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';

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

withSandbox();

/** What somebody might add to any of our forms. */
function hostile(victim: TestCustomer): Record<string, string> {
  return {
    customerId: victim.actor.customer.id,
    customer_id: victim.actor.customer.id,
    accountNumber: victim.pans[0] ?? '',
    pan: victim.pans[0] ?? '',
    accountHolderName: 'Mallory Evil',
    givenName: 'Mallory',
    familyName: 'Evil',
    email: 'mallory@evil.example',
    mobileNumber: '666',
    state: 'reported',
    outcome: 'approved',
    source: 'issuer',
    requestId: 'evil-request',
    callbackURL: 'https://evil.example/',
    redirectUrl: 'https://evil.example/',
    tokenRequestorName: 'Evil Wallet',
    consentText: 'I agree to everything Evil',
    consentHash: '0'.repeat(64),
    'share.everything': 'yes',
    'constructor.prototype.state': 'reported',
  };
}

type Fields = Record<string, string | string[]>;
function form(own: Fields, extra: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of [
    ...Object.entries(own),
    ...Object.entries(extra),
    ['__proto__', 'evil'] as const,
  ])
    for (const one of [value].flat()) data.append(name, one);
  return data;
}

/** Where the action led, or the code with which it stayed. */
async function outcomeOf(work: Promise<ActionState> | Promise<void>): Promise<string> {
  try {
    const state: ActionState | undefined = (await work) ?? undefined;
    return state?.status === 'error' ? state.code : 'stayed';
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    if (!digest.startsWith('NEXT_REDIRECT')) throw error;
    return digest.split(';')[2] ?? '';
  }
}

const idle: ActionState = { status: 'idle' };
const idIn = (path: string) => path.split('/')[2] ?? '';

async function two(): Promise<{ owner: TestCustomer; victim: TestCustomer }> {
  const [owner, victim] = [await addTestCustomer(), await addTestCustomer()];
  request.cookie = owner.token;
  return { owner, victim };
}

onEveryDatabase('fields that a form does not have', (kind) => {
  it(`AZ-03, PU-05: change nothing from the first click to the push (${kind})`, async () => {
    await sandboxControl.reset();
    const { owner, victim } = await two();
    const extra = hostile(victim);
    const tokenRequestorId = config().clickToPayTokenRequestorId;

    const started = await outcomeOf(startAction(form({ tokenRequestorId, cardId: owner.cardIds }, extra)));
    const enrollmentId = idIn(started);
    expect(started).toBe(`/enroll/${enrollmentId}/review`);
    const draft = await enrollmentNow(owner, enrollmentId);
    expect(draft).toMatchObject({ state: 'draft', tokenRequestorName: 'Click to Pay' });
    await expect(enrollmentNow(victim, enrollmentId)).rejects.toThrow('NOT_FOUND');

    const { version } = consentText(draft.locale, draft.tokenRequestorName);
    const own = { enrollmentId, version: String(draft.version), consentVersion: version, agree: 'yes' };
    expect(await outcomeOf(agreeAction(idle, form(own, extra)))).toBe(`/enroll/${enrollmentId}/confirm`);
    const code = await owner.code();
    const sealed = String((await enrollmentNow(owner, enrollmentId)).version);
    const older = { enrollmentId, version: String(draft.version), code };
    expect(await outcomeOf(confirmAction(idle, form(older, extra)))).toBe(
      `/enroll/${enrollmentId}/confirm?problem=STALE`,
    );
    expect(await outcomeOf(confirmAction(idle, form({ enrollmentId, version: sealed, code }, extra)))).toBe(
      `/enroll/${enrollmentId}/leave`,
    );
    expect((await enrollmentNow(owner, enrollmentId)).state).toBe('pushed');

    const sent = await sandboxControl.journal({ op: 'push' });
    expect(sent).toHaveLength(1);
    const content = JSON.stringify(sent[0]?.bodyDecrypted);
    expect(content).toContain('Robin Tester');
    expect(content).not.toMatch(/mallory|evil/i);
    expect([...content.matchAll(/•+(\d{4})/g)].map(([, last4]) => last4)).toEqual([owner.pans[0]?.slice(-4)]);
  });

  it(`AU-02 the session gets another id by the proof that was accepted, and by no other (${kind})`, async () => {
    const { owner } = await two();
    const enrollmentId = await begin(owner);
    await consent(owner, enrollmentId);
    const sealed = form({ enrollmentId, version: '2', code: await owner.code() }, {});
    expect(await outcomeOf(confirmAction(idle, sealed))).toBe(`/enroll/${enrollmentId}/leave`);
    const renewed = request.cookie;
    expect(renewed).not.toBe(owner.token);
    const again = form({ enrollmentId, version: '2', code: '000000' }, {});
    expect(await outcomeOf(confirmAction(idle, again))).toBe(`/enroll/${enrollmentId}/leave`);
    expect(request.cookie).toBe(renewed);
  });

  it(`AZ-03 AZ-02 an id of somebody else's is an id of nothing, in every action: same answer, same statements (${kind})`, async () => {
    const { owner, victim } = await two();
    const theirs = await begin(victim);
    await consent(victim, theirs);
    const before = await enrollmentNow(victim, theirs);
    const tokenRequestorId = config().clickToPayTokenRequestorId;
    const consentVersion = consentText(before.locale, before.tokenRequestorName).version;
    const review = { version: String(before.version), consentVersion, agree: 'yes' };
    const [theirDevice] = await signedInDevices(victim.actor);
    const code = await victim.code();
    const outcomes = async (enrollmentId: string, cardId: string[], handle: string) => [
      await outcomeOf(startAction(form({ tokenRequestorId, cardId }, {}))),
      await outcomeOf(chooseAction(idle, form({ tokenRequestorId, cardId }, {}))),
      await outcomeOf(
        chooseAction(idle, form({ tokenRequestorId, enrollmentId, cardId: owner.cardIds }, {})),
      ),
      await outcomeOf(agreeAction(idle, form({ ...review, enrollmentId }, {}))),
      await outcomeOf(confirmAction(idle, form({ enrollmentId, version: '2', code }, {}))),
      await outcomeOf(resendAction(form({ enrollmentId }, {}))),
      await outcomeOf(pushAgainAction(form({ enrollmentId }, {}))),
      await outcomeOf(startAgainAction(form({ enrollmentId }, {}))),
      await outcomeOf(cancelAction(form({ enrollmentId }, {}))),
      await outcomeOf(signOutDeviceAction(form({ handle }, {}))),
    ];
    const nothing = 'V1StGXR8Z5jdHi6BmyT';
    // The first answer of MDES is kept: from here on both ways find it.
    await outcomes(nothing, [nothing], nothing);
    let foreign: string[] = [];
    let absent: string[] = [];
    const ways = [
      await statementsOf(async () => {
        foreign = await outcomes(theirs, victim.cardIds, theirDevice?.handle ?? '');
      }),
      await statementsOf(async () => {
        absent = await outcomes(nothing, [nothing], nothing);
      }),
    ];
    expect(foreign.join(' ')).not.toContain('SIGNED_OUT');
    expect(foreign.map((text) => text.replaceAll(theirs, nothing))).toEqual(absent);
    expect(ways[0]?.length).toBeGreaterThan(20);
    expect(ways[0]).toEqual(ways[1]);
    expect(await openSession(victim.token, false)).not.toBeNull();
    expect(await enrollmentNow(victim, theirs)).toEqual(before);
  });
});
