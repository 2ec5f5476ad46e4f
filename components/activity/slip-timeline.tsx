import { useFormatter, useTranslations } from 'next-intl';
import { tally } from '@/components/results/row-outcome';
import { sentenceCase } from '@/components/results/sentence-case';
import { TIME } from '@/components/results/moment';
import { Timeline, type TimelineStep } from '@/components/ui/timeline';
import type { ActivityDetailView, TimelineEntry } from '@/lib/domain/read-models';
import { eventWords } from '@/lib/domain/words-needed';
import { nextStepOf } from './timeline-steps';

/** What happened to one slip, and whose turn it is. */
export function SlipTimeline({ detail }: { detail: ActivityDetailView }) {
  const t = useTranslations('timeline');
  const results = useTranslations('results.tally');
  const field = useTranslations('fields');
  const format = useFormatter();
  const values = {
    name: detail.tokenRequestor.name,
    cards: format.list(detail.cards.map((card) => card.name)),
    fields:
      detail.consent === null || detail.consent.fields.length === 0
        ? t('onlyCards')
        : sentenceCase(format.list(detail.consent.fields.map((one) => field(`${one}.inline`)))),
  };
  const tallied = (entry: TimelineEntry) => {
    const outcomes = (entry.cards ?? []).flatMap(({ outcome, count }) =>
      Array.from({ length: count }, () => outcome),
    );
    return sentenceCase(
      format.list(tally(outcomes).map(({ outcome, count }) => results(outcome, { count }))),
    );
  };
  const facts = detail.timeline.map((entry, index): TimelineStep => {
    const words = eventWords(entry.event);
    const filled = { ...values, tally: tallied(entry) };
    return {
      key: `${entry.at}-${String(index)}`,
      at: entry.at,
      time: format.dateTime(new Date(entry.at), TIME),
      title: t(`${words}.title`, filled),
      detail: t(`${words}.detail`, filled),
    };
  });
  const next = nextStepOf(
    detail.state,
    detail.cards.some((card) => card.outcome === 'approved'),
  );
  const open: TimelineStep[] =
    next === null
      ? []
      : [
          {
            key: 'next',
            at: null,
            time: '',
            title: t(`next.${next}.title`, values),
            detail: t(`next.${next}.detail`, values),
          },
        ];
  return <Timeline label={t('label')} steps={[...facts, ...open]} />;
}
