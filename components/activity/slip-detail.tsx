import { useFormatter, useTranslations } from 'next-intl';
import { Seal } from '@/components/art/seal';
import { Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { OpenTime } from '@/components/leave/open-time';
import { TIME } from '@/components/results/moment';
import { AppLink } from '@/components/ui/app-link';
import { CardFan } from '@/components/review/card-fan';
import type { ActivityDetailView } from '@/lib/domain/read-models';
import { SlipActions, type ActivityActions } from './slip-actions';
import { SlipTimeline } from './slip-timeline';

/** One slip in full: who it went to, every step, what can be done, and the consent as it was given. */
export function SlipDetail({ detail, actions }: { detail: ActivityDetailView; actions: ActivityActions }) {
  const t = useTranslations('activity');
  const { name } = detail.tokenRequestor;
  const answered = detail.state === 'reported' || detail.state === 'confirmed';
  return (
    <Slip label={t('detailLabel', { reference: detail.reference, name })}>
      <SlipStub wide className="max-sm:[&>.slip-band]:hidden md:px-[30px]">
        <div className="flex items-center gap-[18px]">
          <Seal
            reference={detail.reference}
            sealedAt={detail.consentedAt}
            state={detail.consentedAt === null ? 'open' : answered ? 'sealed' : 'unanswered'}
            size={88}
          />
          <div className="min-w-0 flex-1">
            <p className="text-small text-ink-2">{t('to', { name })}</p>
            <h2 className="num text-h2">{detail.reference}</h2>
          </div>
          <CardFan
            cards={detail.cards}
            label={t('cardsCount', { count: detail.cards.length })}
            className="max-lg:hidden"
          />
        </div>
      </SlipStub>
      <SlipBody className="md:px-[30px] md:pt-6">
        <SlipTimeline detail={detail} />
        <OpenTime timeLeft={detail.timeLeft} className="mt-[18px] border-t border-rule pt-[18px]" />
        <SlipActions detail={detail} actions={actions} />
        {detail.consent === null ? null : (
          <Consent consent={detail.consent} enrollmentId={detail.enrollmentId} />
        )}
      </SlipBody>
    </Slip>
  );
}

/** The agreement word for word, with what it covered and when it was given. */
function Consent({
  consent,
  enrollmentId,
}: {
  consent: NonNullable<ActivityDetailView['consent']>;
  enrollmentId: string;
}) {
  const t = useTranslations('consent');
  const field = useTranslations('fields');
  const format = useFormatter();
  const at = new Date(consent.at);
  return (
    <details className="mt-[18px] border-t border-rule pt-3">
      <summary className="py-2 font-mark text-accent-text">{t('title')}</summary>
      <blockquote
        lang={consent.locale.replace('_', '-')}
        dir="auto"
        className="mt-1 border-s-2 border-accent-line ps-4 whitespace-pre-line"
      >
        {consent.text}
      </blockquote>
      <p className="mt-3 text-small text-ink-2">
        {t('agreedAt', {
          date: format.dateTime(at, { day: 'numeric', month: 'long', year: 'numeric' }),
          time: format.dateTime(at, TIME),
        })}
      </p>
      <p className="text-small text-ink-2">
        {consent.fields.length === 0
          ? t('sharedNone')
          : t('sharedList', { fields: format.list(consent.fields.map((one) => field(`${one}.inline`))) })}
      </p>
      <p className="text-small text-ink-2">{t('version', { version: consent.version })}</p>
      <p className="mt-2">
        <AppLink href={`/activity/${encodeURIComponent(enrollmentId)}/consent`}>{t('record')}</AppLink>
      </p>
    </details>
  );
}
