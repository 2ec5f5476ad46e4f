import { createHmac, randomUUID } from 'node:crypto';
import { config } from '@/lib/config/env';
import type { Customer } from '@/lib/core-banking/core-banking';
import { database } from '@/lib/db/client';
import { demoMessages } from '@/lib/db/schema';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { translator } from '@/lib/i18n/translator';
import { randomId } from '@/lib/sealing/seal';

/** What a code is for: its message names it, so that nobody is talked into giving away another one. */
export type CodePurpose =
  { kind: 'push'; cardCount: number; tokenRequestorName: string } | { kind: 'passkey' };

export interface CodeMessage {
  code: string;
  purpose: CodePurpose;
  at: Date;
}

/** Where a code goes: to the mobile, else by e-mail; `hint` is all that a screen shows of it. */
export function codeChannel(customer: Customer): { kind: 'sms' | 'email'; hint: string } {
  if (customer.mobile !== null) return { kind: 'sms', hint: customer.mobile.phoneNumber.slice(-3) };
  const [name = '', host = ''] = (customer.email ?? '').split('@');
  return { kind: 'email', hint: `${name.slice(0, 1)}•••@${host}` };
}

/**
 * Sends a one-time code through the bank's message service (decisions 5): a JSON POST signed with HMAC-SHA256 under
 * `AUTH_SECRET`; in the demo it lands on the drawn phone. `CODE_NOT_DELIVERED` when the service does not take it.
 */
export async function deliverCode(customer: Customer, message: CodeMessage): Promise<void> {
  const t = translator(customer.locale, 'messages');
  const code = `${message.code.slice(0, 3)} ${message.code.slice(3)}`;
  const { purpose } = message;
  const text =
    purpose.kind === 'push'
      ? t('code', { code, count: purpose.cardCount, name: purpose.tokenRequestorName })
      : t('codeForPasskey', { code });
  const url = config().codeDeliveryUrl;
  if (url !== null) return post(url, customer, text);
  if (config().mode !== 'demo') throw new AppError('CODE_NOT_DELIVERED');
  await database()
    .insert(demoMessages)
    .values({ id: randomId(), customerId: customer.id, text, at: message.at });
}

async function post(url: string, customer: Customer, text: string): Promise<void> {
  const body = JSON.stringify({
    id: randomUUID(),
    channel: codeChannel(customer).kind,
    mobile: customer.mobile,
    email: customer.email,
    locale: customer.locale,
    text,
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', config().authSecret).update(`${timestamp}.${body}`).digest('hex');
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-signature': `sha256=${signature}`,
      },
      body,
    });
    if (answer.ok) return;
    log.error('code_delivery.refused', { status: answer.status });
  } catch (error) {
    log.error('code_delivery.failed', { errorName: error instanceof Error ? error.name : 'unknown' });
  }
  throw new AppError('CODE_NOT_DELIVERED');
}
