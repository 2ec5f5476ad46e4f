import { KeyRound, UserRoundPen, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { SystemFrame } from '@/components/system/system-frame';
import { buttonClass, ButtonLink } from '@/components/ui/button';

const TOPICS = {
  signIn: { icon: KeyRound, lines: ['do', 'ask', 'locked'], back: '/login' },
  details: { icon: UserRoundPen, lines: ['do', 'slip', 'meanwhile', 'sent'], back: '/account' },
} as const satisfies Record<string, { icon: LucideIcon; lines: readonly string[]; back: string }>;

export type HelpTopic = keyof typeof TOPICS;

/** A forgotten password, wrong details: what to do and whom to call. Nothing here pretends that the page can do it. */
export function HelpScreen({ topic }: { topic: HelpTopic }) {
  const bank = useBank();
  const t = useTranslations('help');
  const words = useTranslations(`help.${topic}`) as (key: string, values?: Record<string, string>) => string;
  const { icon, lines, back } = TOPICS[topic];
  return (
    <SystemFrame
      icon={icon}
      title={words('title')}
      lead={words('lead')}
      lines={lines.map((line) => ({
        label: words(`${line}Label`),
        text: words(line, { phone: bank.phone }),
      }))}
    >
      <a href={bank.phoneHref} className={buttonClass({ fullOnPhone: true })}>
        {t('call', { phone: bank.phone })}
      </a>
      <ButtonLink href={back} variant="text">
        {words('back')}
      </ButtonLink>
    </SystemFrame>
  );
}
