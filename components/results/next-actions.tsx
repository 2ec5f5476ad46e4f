import { ArrowRight, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { EnrollmentView } from '@/lib/domain/read-models';
import { againWords } from './again-words';

export interface ResultActions {
  /** Field: enrollmentId. */
  pushAgain: (form: FormData) => Promise<void>;
  /** Fields: enrollmentId, cardId (one or several: the cards to choose again). */
  startAgain: (form: FormData) => Promise<void>;
  /** Field: enrollmentId. */
  cancel: (form: FormData) => Promise<void>;
}

interface NextActionsProps {
  view: EnrollmentView;
  actions: ResultActions;
  /** Cards to start again with, all at once; empty where each row has its own button. */
  retryAll: string[];
  /** Beside the one filled button, at the end. */
  children?: ReactNode;
}

/** One filled button: the next thing to do. Everything else is quieter. */
export function NextActions({ view, actions, retryAll, children }: NextActionsProps) {
  const t = useTranslations('results');
  const waits = view.actions.includes('push_again') || retryAll.length > 0 || view.resumeHref !== null;
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-3.5 gap-y-2 max-md:justify-center">
      {waits ? <Primary view={view} actions={actions} retryAll={retryAll} /> : null}
      <ButtonLink href="/cards" variant={waits ? 'quiet' : 'primary'} fullOnPhone>
        {t('back')}
      </ButtonLink>
      {view.actions.includes('cancel') ? (
        <Dialog
          action={actions.cancel}
          fields={{ enrollmentId: view.enrollmentId }}
          trigger={{ label: t('cancel') }}
          title={t('cancelTitle')}
          confirmLabel={t('cancelYes')}
          keepLabel={t('cancelNo')}
        >
          {t('cancelBody')}
        </Dialog>
      ) : null}
      {children}
    </div>
  );
}

function Primary({ view, actions, retryAll }: Omit<NextActionsProps, 'children'>) {
  const t = useTranslations('results');
  if (view.actions.includes('push_again')) {
    return (
      <form action={actions.pushAgain} className="max-md:w-full">
        <input type="hidden" name="enrollmentId" value={view.enrollmentId} />
        <SubmitButton fullOnPhone busyLabel={t('askAgainBusy')}>
          <Icon icon={RefreshCw} size={19} />
          {t(againWords(view))}
        </SubmitButton>
      </form>
    );
  }
  if (retryAll.length > 0) {
    return (
      <form action={actions.startAgain} className="max-md:w-full">
        <input type="hidden" name="enrollmentId" value={view.enrollmentId} />
        {retryAll.map((cardId) => (
          <input key={cardId} type="hidden" name="cardId" value={cardId} />
        ))}
        <SubmitButton fullOnPhone>{t('tryAgain')}</SubmitButton>
      </form>
    );
  }
  if (view.resumeHref === null) return null;
  if (view.actions.includes('continue')) {
    return (
      <ButtonLink href={view.resumeHref} fullOnPhone>
        {t('continue', { name: view.tokenRequestor.name })}
        <Icon icon={ArrowRight} size={19} flip />
      </ButtonLink>
    );
  }
  return (
    <ButtonLink href={view.resumeHref} fullOnPhone>
      {t('resume')}
    </ButtonLink>
  );
}
