import { ArrowLeft, Download } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useTranslations } from 'next-intl';
import { Slip, SlipBody } from '@/components/art/slip';
import { AppLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FocusHeading } from '@/components/ui/focus-heading';
import { Icon } from '@/components/ui/icon';
import type { ConsentRecordView } from '@/lib/domain/read-models';

interface ConsentScreenProps {
  record: ConsentRecordView;
  words: {
    title: string;
    lead: string;
    lines: { label: string; value: string }[];
    textTitle: string;
    text: string;
  };
  /** Field: enrollmentId. */
  withdraw: (form: FormData) => Promise<void>;
}

/** The consent record: what was agreed, copies to keep, and the way back out of it. */
export function ConsentScreen({ record, words, withdraw }: ConsentScreenProps) {
  const t = useTranslations('consent');
  return (
    <>
      <p className="mb-3">
        <AppLink
          href={`/activity/${encodeURIComponent(record.enrollmentId)}`}
          className="inline-flex items-center gap-1.5"
        >
          <Icon icon={ArrowLeft} size={18} flip />
          {t('back')}
        </AppLink>
      </p>
      <FocusHeading>{words.title}</FocusHeading>
      <p className="mt-2.5 max-w-measure text-lead text-ink-2">{words.lead}</p>
      <div className="mt-[26px] grid items-start gap-[26px] lg:grid-cols-[minmax(0,1fr)_320px] lg:gap-14">
        <Slip>
          <SlipBody className="md:px-[30px] md:pt-6">
            <h2 className="text-h3">{words.textTitle}</h2>
            {/* In the language in which it was agreed, whatever the page speaks now (WCAG 3.1.2). */}
            <blockquote
              lang={record.locale.replace('_', '-')}
              dir="auto"
              className="mt-2 border-s-2 border-accent-line ps-4 whitespace-pre-line"
            >
              {words.text}
            </blockquote>
            <dl className="mt-6">
              {words.lines.map(({ label, value }) => (
                <div
                  key={label}
                  className="border-t border-rule py-2.5 md:grid md:grid-cols-[13rem_1fr] md:gap-4"
                >
                  <dt className="text-small text-ink-2">{label}</dt>
                  <dd className="num min-w-0 [overflow-wrap:anywhere]">{value}</dd>
                </div>
              ))}
            </dl>
          </SlipBody>
        </Slip>
        <div className="grid gap-[26px]">
          <section>
            <h2 className="text-h3">{t('downloads')}</h2>
            <div className="mt-3 flex flex-wrap gap-2.5">
              <Copy record={record} format="pdf" />
              <Copy record={record} format="json" />
            </div>
          </section>
          <Withdrawal record={record} withdraw={withdraw} />
        </div>
      </div>
    </>
  );
}

/** A plain link: the answer is a file, so the page stays. */
function Copy({ record, format }: { record: ConsentRecordView; format: 'pdf' | 'json' }) {
  const t = useTranslations('consent');
  return (
    <a
      href={`/api/enrollments/${encodeURIComponent(record.enrollmentId)}/consent/${format}`}
      download
      className={buttonClass({ variant: 'quiet', size: 'sm' })}
    >
      <Icon icon={Download} size={18} />
      {t(format)}
    </a>
  );
}

function Withdrawal({ record, withdraw }: Pick<ConsentScreenProps, 'record' | 'withdraw'>) {
  const bank = useBank();
  const t = useTranslations('consent');
  const activity = useTranslations('activity');
  const name = record.tokenRequestorName;
  const limits = t('withdrawNot', { name, phone: bank.phone });
  if (record.withdrawnAt !== null)
    return (
      <section>
        <h2 className="text-h3">{t('withdrawTitle')}</h2>
        <p className="mt-2 text-note">{t('withdrawnNote')}</p>
        <p className="mt-2 text-note text-ink-2">{limits}</p>
      </section>
    );
  if (!record.canWithdraw) return null;
  return (
    <section>
      <h2 className="text-h3">{t('withdrawTitle')}</h2>
      <p className="mt-2 text-note">{t('withdrawDoes')}</p>
      <p className="mt-2 mb-3 text-note text-ink-2">{limits}</p>
      <Dialog
        action={withdraw}
        fields={{ enrollmentId: record.enrollmentId }}
        trigger={{ label: activity('withdraw'), size: 'sm', variant: 'quiet' }}
        title={activity('withdrawTitle')}
        confirmLabel={activity('withdrawYes')}
        keepLabel={activity('withdrawNo')}
      >
        {activity('withdrawBody', { name })}
      </Dialog>
    </section>
  );
}
