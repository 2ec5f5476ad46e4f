import { useTranslations } from 'next-intl';
import { errorKeys, type Fault } from '@/lib/domain/words-needed';

/** What a client leaf needs to say a fault: the faults themselves and the words around them. */
export const ERROR_NAMESPACES = ['errors', 'problem'] as const;

/** A fault in words: what happened, what it means, what to do now. A code nobody knows gets words of its own. */
export function useErrorWords(): (fault: Fault) => { title: string; sentence: string; nextStep: string } {
  const t = useTranslations('errors');
  return (fault) => {
    const key = errorKeys(fault).find((each) => t.has(`${each}.title`)) ?? 'unknown';
    const values = { count: fault.triesLeft ?? 0 };
    return {
      title: t(`${key}.title`, values),
      sentence: t(`${key}.sentence`, values),
      nextStep: t(`${key}.nextStep`, values),
    };
  };
}

/** A fault beside the control that it is about; at the top of a step it is a `ProblemBanner`. */
export function ErrorText({ fault }: { fault: Fault }) {
  const { title, sentence, nextStep } = useErrorWords()(fault);
  return (
    <>
      <b>{title}</b> {sentence} {nextStep}
    </>
  );
}
