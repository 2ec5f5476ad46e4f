import type { Channel, Journey } from '@/sandbox/store/records';
import { wordsFor } from '@/sandbox/words/words';
import { randomId, receiptNow, type World } from '@/sandbox/world';
import { contactOf } from './contact';
import { receiptsOf } from './journey-receipts';
import { declineForGood } from './settle';
import { judgeCode, newCode } from './six-digits';

type CodeAnswer = 'right' | 'wrong' | 'expired' | 'locked';

/** The journey's clock: that of its first receipt, so that a moved clock also ages the code. */
function journeyNow(world: World, journey: Journey): number {
  const [receipt] = receiptsOf(world, journey);
  return receipt ? receiptNow(world, receipt) : world.now();
}

/** Sends a fresh code; it lands in the drawn inbox and in `/__sandbox/messages`. The one before it stops working. */
export function sendCode(world: World, journey: Journey, channel: Channel): Journey {
  const { email, mobile } = contactOf(world, journey);
  const used: Channel = channel === 'mobile' && mobile !== undefined ? 'mobile' : 'email';
  const value = newCode(world);
  world.store.saveMessage({
    id: randomId(world),
    sentAt: new Date(world.now()).toISOString(),
    channel: used,
    to: (used === 'mobile' ? mobile : email) ?? '',
    ...(email !== undefined && { email }),
    receipts: journey.receipts,
    code: value,
    text: wordsFor(journey.locale).code.text(value),
  });
  return world.store.saveJourney({
    ...journey,
    stage: 'code',
    code: { channel: used, value, sentAtMs: journeyNow(world, journey) },
  });
}

/** Sends another code where the person may still ask for one; tries are not given back. */
export function resendCode(world: World, journey: Journey, channel: Channel): Journey {
  if (journey.resendsLeft <= 0) return journey;
  return sendCode(world, { ...journey, resendsLeft: journey.resendsLeft - 1 }, channel);
}

/** Judges a typed code. After the last wrong one nothing is added and the cards are reported as declined. */
export function tryCode(world: World, journey: Journey, typed: string): CodeAnswer {
  const { code } = journey;
  if (code === undefined || journey.triesLeft <= 0) return 'locked';
  const verdict = judgeCode(code, typed, journeyNow(world, journey));
  if (verdict !== 'wrong') return verdict;
  const triesLeft = journey.triesLeft - 1;
  world.store.saveJourney({ ...journey, triesLeft, stage: triesLeft === 0 ? 'locked' : 'code' });
  if (triesLeft > 0) return 'wrong';
  declineForGood(world, journey);
  return 'locked';
}
