import type { Actor } from '@/lib/auth/actor';
import { stepUpPolicy } from '@/lib/config/step-up-policy';
import { decideStepUp, type StepUpDecision } from '@/lib/domain/step-up-policy';
import type { StepUpView } from '@/lib/domain/read-models';
import { countryName } from '@/lib/i18n/country-name';
import type { Enrollment } from './enrollment.repo';

/** What the bank's policy says about this slip now. Asked for each page and once more at the push, which alone decides (AZ-04). */
export function stepUpFor(actor: Actor, enrollment: Pick<Enrollment, 'cards'>): StepUpDecision {
  const { country } = actor.customer;
  return decideStepUp(stepUpPolicy(), { country, cardCount: enrollment.cards.length });
}

/** The same with its reason, as the person is told. */
export function stepUpView(actor: Actor, enrollment: Pick<Enrollment, 'cards'>): StepUpView {
  const { required, byMarket, cardsAtLeast } = stepUpFor(actor, enrollment);
  const { country, locale } = actor.customer;
  return {
    required,
    because: byMarket
      ? cardsAtLeast === null
        ? 'market'
        : 'market_and_cards'
      : cardsAtLeast === null
        ? 'always'
        : 'cards',
    country: countryName(country, locale),
    cardsAtLeast: cardsAtLeast ?? 1,
  };
}
