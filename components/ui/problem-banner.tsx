import { useTranslations } from 'next-intl';
import { Banner } from './banner';

/** Something that a form without a place of its own could not do, in words: a stable code of ours, never a text from outside. */
export function ProblemBanner({ code }: { code: string | null }) {
  const t = useTranslations('errors');
  return code === null ? null : <Banner tone="bad" title={t(code)} focus className="mb-6" />;
}
