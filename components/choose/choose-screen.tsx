import { useTranslations } from 'next-intl';
import { SlipStub } from '@/components/art/slip';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { ClientWords } from '@/components/i18n/client-words';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { ERROR_NAMESPACES } from '@/components/ui/error-text';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { ChoosePageView } from '@/lib/domain/read-models';
import { ChooseForm, type ChooseAction } from './choose-form';
import { PickRow } from './pick-row';

export interface ChooseScreenProps {
  view: ChoosePageView;
  /** Fields `tokenRequestorId`, `enrollmentId` when a draft is changed, `cardId` (repeated). */
  action: ChooseAction;
}

function Heading({ name, max }: { name: string; max: number }) {
  const t = useTranslations('choose');
  return (
    <>
      <FocusHeading>{t('heading', { count: max })}</FocusHeading>
      <p className="mt-2.5 max-w-measure text-lead text-ink-2">{t('lead', { name, count: max })}</p>
    </>
  );
}

function Ledger({ view }: { view: ChoosePageView }) {
  const t = useTranslations('choose');
  return (
    <fieldset className="mt-[18px] min-w-0 md:mt-6">
      <legend className="sr-only">{t('legend')}</legend>
      <ul className="ledger">
        {view.cards.map((card) => (
          <PickRow
            key={card.cardId}
            card={card}
            single={view.tokenRequestor.maxCards === 1}
            place={view.tokenRequestor.name}
          />
        ))}
      </ul>
    </fieldset>
  );
}

function Stub({ view }: { view: ChoosePageView }) {
  const t = useTranslations('choose');
  const { name, logo } = view.tokenRequestor;
  return (
    <SlipStub>
      <p className="text-small">{t('slip')}</p>
      <div className="mt-1 flex items-center gap-2.5">
        <TokenRequestorLogo logo={logo} name={name} size={30} />
        <span className="text-h2 [overflow-wrap:anywhere]">{t('slipTo', { name })}</span>
      </div>
    </SlipStub>
  );
}

/** Step 1: one or several cards, at most what the token requestor takes; a card that cannot go says why. */
export function ChooseScreen({ view, action }: ChooseScreenProps) {
  const t = useTranslations('choose');
  const { tokenRequestor } = view;
  const possible = view.cards.filter((card) => card.unavailable === null);
  if (possible.length === 0) {
    return (
      <>
        <Heading name={tokenRequestor.name} max={tokenRequestor.maxCards} />
        <Empty
          title={t('none', { name: tokenRequestor.name })}
          action={<ButtonLink href="/cards">{t('back')}</ButtonLink>}
        >
          {t('noneText')}
        </Empty>
        <Ledger view={view} />
      </>
    );
  }
  return (
    <ClientWords namespaces={['choose', 'common', 'ineligibility', ...ERROR_NAMESPACES]}>
      <ChooseForm
        action={action}
        fields={{ tokenRequestorId: tokenRequestor.tokenRequestorId, enrollmentId: view.enrollmentId }}
        place={tokenRequestor.name}
        max={tokenRequestor.maxCards}
        initial={possible.filter((card) => card.selected).map((card) => card.cardId)}
        rows={possible}
        signInNext={
          view.enrollmentId === null
            ? `/enroll/to/${encodeURIComponent(tokenRequestor.tokenRequestorId)}`
            : `/enroll/${encodeURIComponent(view.enrollmentId)}/choose`
        }
        stub={<Stub view={view} />}
        heading={<Heading name={tokenRequestor.name} max={tokenRequestor.maxCards} />}
        ledger={<Ledger view={view} />}
      />
    </ClientWords>
  );
}
