/** @jsxImportSource hono/jsx */
import { wordsFor } from '@/sandbox/words/words';
import { JourneyFrame, type JourneyView } from './journey-frame';

/** A card waits for its cardholder and the bank lets Click to Pay lead on: where to, or not now. */
export function ActivationPage({ view }: { view: JourneyView }) {
  const { journey, receipts } = view;
  const { activation, bankName } = journey;
  const words = wordsFor(journey.locale).activation;
  const places = (['website', 'app'] as const).filter((place) => activation[place]);
  const waiting = receipts.filter(({ results }) => results?.[0]?.startsWith('REQUIRE_') === true);
  return (
    <JourneyFrame
      view={{ ...view, receipts: waiting }}
      title={words.title}
      lead={words.lead(bankName, waiting.length)}
    >
      <form method="post" action={`/provision/${journey.id}/prove`}>
        {places.map((place) => (
          <button class="button" type="submit" name="at" value={place}>
            {words[place](bankName)}
          </button>
        ))}
        <button class="button quiet" type="submit" name="at" value="later">
          {words.later(bankName)}
        </button>
      </form>
    </JourneyFrame>
  );
}

/** What the bank's own site or app would do, played here: no address of it is in the hand-over. */
export function PlayedBankPage({ view, place }: { view: JourneyView; place: 'website' | 'app' }) {
  const { journey } = view;
  const words = wordsFor(journey.locale).activation;
  return (
    <JourneyFrame
      view={view}
      title={words.playedTitle(journey.bankName, place)}
      lead={words.played(journey.bankName)}
    >
      <form method="post" action={`/provision/${journey.id}/proved`}>
        <button class="button" type="submit" name="proved" value="yes">
          {words.yes}
        </button>
        <button class="button quiet" type="submit" name="proved" value="no">
          {words.no}
        </button>
      </form>
    </JourneyFrame>
  );
}
