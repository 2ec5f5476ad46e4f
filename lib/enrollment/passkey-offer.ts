import type { Actor } from '@/lib/auth/actor';
import { hasPasskey } from './passkey-step-up';
import { stepUpsOf } from './step-up.repo';

/** Whether a passkey is offered beside this outcome: once, after the first slip that a code sealed, to somebody who has none. */
export async function offersPasskey(actor: Actor, enrollmentId: string): Promise<boolean> {
  const first = (await stepUpsOf(actor.customer.id)).find(({ method }) => method === 'code');
  return first?.enrollmentId === enrollmentId && !(await hasPasskey(actor.customer.id));
}
