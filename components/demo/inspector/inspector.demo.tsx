'use client';

import { useId, useState, type ReactNode } from 'react';
import type { TraceFeed, TraceHop, TraceSummary } from '@/lib/domain/trace.demo';
import { demoWords } from '@/lib/i18n/demo-words.demo';
import { HopDetail } from './hop-detail.demo';
import './inspector.css';
import { Sequence, spokenHop, timeOf } from './sequence.demo';
import { useFeed, type FeedState } from './use-feed.demo';

export interface InspectorProps {
  /** What the server knew when it drew the page; null opens empty and asks. */
  initial: TraceFeed | null;
  /** The journey that was asked for; null follows the newest. */
  journeyId?: string | null;
  /** Heading of the page or of the panel, and what else stands in the bar. */
  heading: ReactNode;
  tools?: ReactNode;
}

/** Every hop between browser, bank, MDES and the token requestor, live, as a sequence diagram whose rows open. */
export function Inspector({ initial, journeyId = null, heading, tools }: InspectorProps) {
  const t = demoWords('inspector');
  const [journey, setJourney] = useState(journeyId);
  const [chosen, setChosen] = useState<string | null>(null);
  const details = useId();
  const { feed, state } = useFeed(initial, journey);
  const trace = feed?.trace ?? null;
  const newest = trace?.hops.findLast(({ phase, sections }) => phase !== 'next' && sections.length > 0);
  const open = trace?.hops.find(({ id }) => id === chosen) ?? newest;
  return (
    <div className="i-root" lang="en" dir="ltr">
      <div className="i-bar">
        {heading}
        <Standing state={state} />
        {feed === null || feed.journeys.length === 0 ? null : (
          <JourneyChoice
            journeys={feed.journeys}
            chosen={journey}
            onChoose={(id) => {
              setChosen(null);
              setJourney(id);
            }}
          />
        )}
        {trace === null ? null : (
          <a
            className="i-button"
            href={`/api/demo/inspector/export?journey=${encodeURIComponent(trace.id)}`}
            download
          >
            {t('export')}
          </a>
        )}
        {tools}
      </div>
      {trace === null ? (
        <p className="i-empty">{t(state === 'signed-out' ? 'nobody' : 'nothing')}</p>
      ) : (
        <div className="i-body">
          <Sequence trace={trace} selected={open?.id ?? null} onSelect={setChosen} details={details} />
          <section id={details} className="i-detail" aria-label={t('details')}>
            {open === undefined ? null : <HopDetail hop={open} spoken={spokenHop(trace, open)} />}
          </section>
        </div>
      )}
      <p role="status" className="sr-only">
        {trace === null ? '' : latest(trace.hops, (hop) => spokenHop(trace, hop))}
      </p>
    </div>
  );
}

const latest = (hops: readonly TraceHop[], speak: (hop: TraceHop) => string): string => {
  const last = hops.findLast(({ phase }) => phase !== 'next');
  return last === undefined ? '' : speak(last);
};

function Standing({ state }: { state: FeedState }) {
  const t = demoWords('inspector');
  return (
    <span className="i-live" data-state={state}>
      {t(`states.${state}`)}
    </span>
  );
}

interface JourneyChoiceProps {
  journeys: readonly TraceSummary[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

/** The log: this person's journeys, newest first. */
function JourneyChoice({ journeys, chosen, onChoose }: JourneyChoiceProps) {
  const t = demoWords('inspector');
  return (
    <label className="i-choice">
      <span>{t('journey')}</span>
      <select
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        <option value="">{t('newest')}</option>
        {journeys.map(({ id, reference, destination, startedAt, state, last4 }) => (
          <option key={id} value={id}>
            {`${reference} · ${destination} · ${startedAt.slice(0, 10)} ${timeOf(startedAt)} · ${last4.join(', ')} · ${state}`}
          </option>
        ))}
      </select>
    </label>
  );
}
