import { beforeEach, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { challenges } from '@/lib/db/schema';
import { messagesOf } from '@/lib/demo/data.demo';
import { onEveryDatabase } from '@/lib/testing/database';
import { begin, consent } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { sendAccountCode } from './add-passkey';
import { CODES_PER_HOUR_AND_PERSON } from './one-time-code';

withSandbox();

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

onEveryDatabase('one-time codes', () => {
  beforeEach(() => sandboxControl.reset());

  it('AU-12: asked for twenty times at once, one is sent', async () => {
    const { actor } = await addTestCustomer();
    const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf(sendAccountCode(actor))));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'TOO_MANY_CODES')).toHaveLength(19);
    expect(await messagesOf(actor.customer.id)).toHaveLength(1);
  });

  it('AU-12: are thirty an hour for one person: another slip brings no fresh tries', async () => {
    const [customer, other] = [await addTestCustomer(), await addTestCustomer()];
    const asked = (minutesAgo: number) => ({
      id: `asked-${minutesAgo}`,
      enrollmentId: null,
      customerId: customer.actor.customer.id,
      method: 'code' as const,
      binding: 'binding',
      codeHash: 'hash',
      triesLeft: 0,
      expiresAt: new Date(Date.now() - (minutesAgo - 5) * 60_000),
      closedAt: new Date(),
      createdAt: new Date(Date.now() - minutesAgo * 60_000),
    });
    const before = Array.from({ length: CODES_PER_HOUR_AND_PERSON }, (_, index) => asked(index + 2));
    await database().insert(challenges).values(before);
    const slip = await begin(customer);
    expect(await codeOf(consent(customer, slip))).toBe('TOO_MANY_CODES');
    expect(await codeOf(consent(other, await begin(other)))).toBe('ok');
    await customer.advance(31 * 60);
    expect(await codeOf(consent(customer, await begin(customer)))).toBe('ok');
  });
});
