import { CircleCheck, CircleDashed } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useFormatter, useTranslations } from 'next-intl';
import { Seal } from '@/components/art/seal';
import { Microprint, Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';
import type { EnrollmentView } from '@/lib/domain/read-models';
import { CopyReference } from './copy-reference';
import { factsOf, type Fact } from './facts';
import { DAY_AND_TIME, TIME } from './moment';
import { rowOutcome, tally } from './row-outcome';
import { sentenceCase } from './sentence-case';

/** The slip as it came back: what the person agreed to, what was reported, what Mastercard confirms. Three things, never one. */
export function AnsweredSlip({ view }: { view: EnrollmentView }) {
  const bank = useBank();
  const t = useTranslations('results');
  const seal =
    view.consentedAt === null
      ? 'open'
      : view.state === 'reported' || view.state === 'confirmed'
        ? 'sealed'
        : 'unanswered';
  return (
    <Slip label={t('facts.slipLabel', { reference: view.reference })}>
      <SlipStub className="max-sm:[&>.slip-band]:hidden">
        <div className="flex items-center gap-4">
          <Seal reference={view.reference} sealedAt={view.consentedAt} state={seal} size={88} />
          <div>
            <p className="text-small text-ink-2">
              {t(seal === 'sealed' ? 'facts.slipAnswered' : 'facts.slipOpen')}
            </p>
            <h2 className="num text-h2">{view.reference}</h2>
          </div>
        </div>
      </SlipStub>
      <SlipBody>
        <ul className="grid gap-3.5">
          {factsOf(view).map((fact) => (
            <FactLine key={fact.key} fact={fact} view={view} />
          ))}
        </ul>
        <Microprint text={t('facts.micro', { bank: bank.name })} />
        <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 text-small">
          <AppLink className="link py-2" href={`/activity/${encodeURIComponent(view.enrollmentId)}`}>
            {t('everyStep')}
          </AppLink>
          <CopyReference reference={view.reference} words={{ copy: t('copy'), copied: t('copied') }} />
        </div>
      </SlipBody>
    </Slip>
  );
}

function FactLine({ fact, view }: { fact: Fact; view: EnrollmentView }) {
  const t = useTranslations('results');
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-3">
      <Icon
        icon={fact.done ? CircleCheck : CircleDashed}
        size={22}
        className={fact.done ? 'text-accent' : 'text-ink-3'}
      />
      <div>
        <h3 className="text-note/[21px] font-bold">
          {t(`facts.${fact.key}`, { name: view.tokenRequestor.name })}
        </h3>
        <p className="text-small text-ink-2">
          <FactDetail fact={fact} view={view} />
        </p>
      </div>
    </li>
  );
}

function FactDetail({ fact, view }: { fact: Fact; view: EnrollmentView }) {
  const t = useTranslations('results');
  const field = useTranslations('fields');
  const format = useFormatter();
  if (fact.detail === 'agreedDetail') {
    const when = view.consentedAt === null ? '' : format.dateTime(new Date(view.consentedAt), DAY_AND_TIME);
    const shared = view.fields.filter((one) => one.shared).map((one) => field(`${one.field}.inline`));
    const values = { when, count: view.cards.length };
    return shared.length === 0
      ? t('facts.agreedDetailCards', values)
      : t('facts.agreedDetail', { ...values, fields: format.list(shared) });
  }
  if (fact.detail === 'tally') {
    const counts = tally(view.cards.map((card) => rowOutcome(view, card)));
    const words = sentenceCase(
      format.list(counts.map(({ outcome, count }) => t(`tally.${outcome}`, { count }))),
    );
    return view.state === 'reported' ? `${format.dateTime(new Date(view.updatedAt), TIME)}. ${words}` : words;
  }
  return t(`facts.${fact.detail}`, { name: view.tokenRequestor.name });
}
