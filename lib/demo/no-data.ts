import type { Actor } from '@/lib/auth/actor';
import type { DemoPersonasView, PhoneMessage } from './data.demo';

/** What a production build has in place of the demo's people and phone: nothing (decisions 4). */
export function demoPersonas(): DemoPersonasView | null {
  return null;
}
export async function phoneOf(
  _actor: Pick<Actor, 'customer'>,
): Promise<{ name: string; messages: PhoneMessage[] } | null> {
  return Promise.resolve(null);
}
export async function tryItPlaces(
  _actor: Pick<Actor, 'customer'>,
): Promise<{ shop: string; profile: string } | null> {
  return Promise.resolve(null);
}
