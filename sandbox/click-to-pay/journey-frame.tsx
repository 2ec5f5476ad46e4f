/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import type { Holder, Journey, Receipt } from '@/sandbox/store/records';
import { clockTime, wordsFor } from '@/sandbox/words/words';
import { Layout } from './layout';
import { firstName } from './masking';
import { CardPills } from './parts';

/** What the pages of one journey have in common. */
export interface JourneyView {
  readonly journey: Journey;
  readonly receipts: readonly Receipt[];
  readonly holder: Holder;
  readonly contact: { readonly email?: string; readonly mobile?: string };
  readonly knownProfile: boolean;
  /** The presenter's strip; nothing where it is hidden. */
  readonly tools?: unknown;
}

interface FrameProps {
  readonly view: JourneyView;
  readonly title: string;
  /** The heading, where it differs from the page's title. */
  readonly heading?: unknown;
  readonly lead: string;
  readonly aside?: unknown;
}

/** A greeting with the person's first name, where the bank shared one. */
export function greeting(text: string, { holder, journey }: JourneyView): string {
  const { named } = wordsFor(journey.locale).details;
  return holder.name ? named(text, firstName(holder.name)) : text;
}

/** The frame of the pages before the end: heading, one sentence, the cards, what the page asks, and the way out. */
export function JourneyFrame({ view, title, heading, lead, aside, children }: PropsWithChildren<FrameProps>) {
  const { journey, receipts, tools } = view;
  const { locale, bankName } = journey;
  const { frame } = wordsFor(locale);
  return (
    <Layout
      title={title}
      locale={locale}
      foot={frame.slipChecked(bankName, clockTime(locale, journey.checkedAtMs))}
      tools={tools}
      {...(aside ? { aside } : {})}
    >
      <h1>{heading ?? title}</h1>
      <p class="lead">{lead}</p>
      <CardPills receipts={receipts} locale={locale} />
      {children}
    </Layout>
  );
}

/** The way out, on every page. */
export function CancelForm({ journey }: { journey: Journey }) {
  return (
    <form method="post" action={`/provision/${journey.id}/cancel`}>
      <button class="button quiet" type="submit">
        {wordsFor(journey.locale).common.cancelBackTo(journey.bankName)}
      </button>
    </form>
  );
}
