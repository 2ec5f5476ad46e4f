import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import type { Actor } from '@/lib/auth/actor';
import { stepUpPolicy } from '@/lib/config/step-up-policy';
import { decideStepUp, type StepUpDecision } from '@/lib/domain/step-up-policy';
import type { StepUpView } from '@/lib/domain/read-models';
import type { Enrollment } from './enrollment.repo';

countries.registerLocale(english);

/** What the bank's policy says about this slip now. Asked for each page and once more at the push, which alone decides (AZ-04). */
export function stepUpFor(actor: Actor, enrollment: Pick<Enrollment, 'cards'>): StepUpDecision {
  const { country } = actor.customer;
  return decideStepUp(stepUpPolicy(), { country, cardCount: enrollment.cards.length });
}

/** The same with its reason, as the person is told. */
export function stepUpView(actor: Actor, enrollment: Pick<Enrollment, 'cards'>): StepUpView {
  const { required, byMarket, cardsAtLeast } = stepUpFor(actor, enrollment);
  const { country } = actor.customer;
  return {
    required,
    because: byMarket
      ? cardsAtLeast === null
        ? 'market'
        : 'market_and_cards'
      : cardsAtLeast === null
        ? 'always'
        : 'cards',
    country: countries.getName(country, 'en') ?? country,
    cardsAtLeast: cardsAtLeast ?? 1,
  };
}
