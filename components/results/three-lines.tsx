import { CircleHelp, OctagonX } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { StatusWord } from '@/components/ui/status-line';
import type { EnrollmentView } from '@/lib/domain/read-models';
import { failureWords } from '@/lib/domain/words-needed';
import { TIME } from './moment';

/** Where no card has a state of its own yet: what happened, what it means, what to do. */
export function ThreeLines({ view }: { view: EnrollmentView }) {
  const t = useTranslations('results');
  const failures = useTranslations('failures');
  const format = useFormatter();
  const values = { name: view.tokenRequestor.name };
  const failure = failureWords(view.failure ?? 'timeout');
  const unknown = view.state === 'unknown';
  const sentAt =
    unknown && failure === 'timeout'
      ? t('unknownSentAt', { time: format.dateTime(new Date(view.updatedAt), TIME) })
      : null;
  const lines = [
    { label: t('whatHappened'), words: sentAt ?? failures(`${failure}.sentence`, values) },
    { label: t('whatItMeans'), words: unknown ? t('unknownMeans') : t('nothingMeans') },
    { label: t('whatToDo'), words: failures(`${failure}.nextStep`, values) },
  ];
  return (
    <dl className="mt-[26px]">
      {lines.map(({ label, words }) => (
        <div
          key={label}
          className="grid gap-x-[18px] border-t border-rule py-3.5 last:border-b md:grid-cols-[132px_minmax(0,1fr)]"
        >
          <dt className="text-small text-ink-2 md:text-[1rem]/6">{label}</dt>
          <dd className="text-[1rem]/6">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The word above the headline of such a page: shape first, colour last. */
export function FailureWord({ view }: { view: EnrollmentView }) {
  const failures = useTranslations('failures');
  const states = useTranslations('states');
  const unknown = view.state === 'unknown';
  return (
    <p className="mb-2 [&_svg]:mt-0 [&>span]:items-center [&>span]:text-[1rem]/6">
      <StatusWord icon={unknown ? CircleHelp : OctagonX} colour={unknown ? 'text-warn' : 'text-bad'}>
        {unknown
          ? states('unknown')
          : failures(`${failureWords(view.failure ?? 'other')}.title`, { name: view.tokenRequestor.name })}
      </StatusWord>
    </p>
  );
}
