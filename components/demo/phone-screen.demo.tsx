'use client';

import { useQuery } from '@tanstack/react-query';
import { useBank } from '@/components/i18n/use-bank';
import { useFormatter, useLocale, useTranslations } from 'next-intl';

export interface PhoneMessage {
  id: string;
  /** ISO 8601. */
  at: string;
  text: string;
  from: string;
}

const ASK_EVERY_MS = 2_500;

/** Drawn by the server with what it knows, then asks for newer messages while it is on the page. */
export function PhoneScreen({ name, messages }: { name: string; messages: PhoneMessage[] }) {
  const t = useTranslations('phone');
  const format = useFormatter();
  const { data } = useQuery({
    queryKey: ['demo-messages'],
    queryFn: ({ signal }) => readMessages(signal),
    initialData: messages,
    refetchInterval: ASK_EVERY_MS,
  });
  const shown = [...data].sort((a, b) => b.at.localeCompare(a.at)).slice(0, 3);
  const newest = shown[0];
  return (
    <section
      aria-label={t('label', { name })}
      lang="en"
      className="demo px-3 pb-3 pt-4 md:px-6 md:pb-5 md:pt-[30px]"
    >
      <span aria-hidden="true" className="demo-tag">
        {t('tag', { name })}
      </span>
      <div className="mx-auto md:w-[296px] md:rounded-[44px] md:bg-[oklch(16%_.015_225)] md:p-2.5 md:shadow-dialog">
        <div className="relative md:h-[500px] md:bg-deep md:bg-(image:--backdrop) md:bg-cover md:bg-center md:overflow-hidden md:rounded-[35px] md:px-3 md:pb-3 md:pt-[52px]">
          <div aria-hidden="true" className="hidden text-center text-(color:--deep-ink) md:block">
            <span className="absolute inset-x-0 top-3 mx-auto h-6 w-[84px] rounded-[12px] bg-[oklch(12%_.01_225)]" />
            <p className="text-small">
              {newest
                ? format.dateTime(new Date(newest.at), { weekday: 'long', day: 'numeric', month: 'long' })
                : null}
            </p>
            <p className="num min-h-[68px] text-[64px]/[68px] font-[300] tracking-[-.03em]">
              {newest ? format.dateTime(new Date(newest.at), TIME) : null}
            </p>
          </div>
          <ul aria-live="polite" className="grid gap-2.5 md:mt-[34px]">
            {shown.map((message, index) => (
              <Message
                key={message.id}
                message={message}
                when={index === 0 ? t('now') : format.dateTime(new Date(message.at), TIME)}
              />
            ))}
            {newest ? null : <li className="rounded-slip bg-sheet p-3 text-note text-ink-2">{t('empty')}</li>}
          </ul>
        </div>
      </div>
    </section>
  );
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function Message({ message, when }: { message: PhoneMessage; when: string }) {
  const { mark } = useBank();
  const locale = useLocale();
  const code = /\d{3}[ \u00a0]?\d{3}/.exec(message.text);
  const start = code?.index ?? 0;
  const end = start + (code?.[0].length ?? 0);
  return (
    <li className="appear grid grid-cols-[34px_1fr] gap-[11px] rounded-[20px] bg-sheet px-[15px] py-[13px] text-[14.5px]/5 text-ink max-md:shadow-[0_0_0_1px_var(--rule)]">
      <span
        aria-hidden="true"
        className="grid size-[34px] place-items-center rounded-[10px] bg-accent text-on-accent"
      >
        <svg width="18" height="18" viewBox="0 0 24 24" fill="currentColor">
          <path d={mark} />
        </svg>
      </span>
      <div>
        <p className="flex justify-between gap-3">
          <b>{message.from}</b>
          <span className="text-ink-2">{when}</span>
        </p>
        <p className="num" lang={locale} dir="auto">
          {message.text.slice(0, start)}
          <b>{message.text.slice(start, end)}</b>
          {message.text.slice(end)}
        </p>
      </div>
    </li>
  );
}

async function readMessages(signal: AbortSignal): Promise<PhoneMessage[]> {
  const response = await fetch('/api/demo/messages', {
    signal,
    headers: { accept: 'application/json' },
    cache: 'no-store',
  });
  // 204: nobody is signed in any more; what is shown stays.
  if (response.status !== 200) throw new Error(`messages: ${response.status}`);
  const body: unknown = await response.json();
  const list: unknown =
    typeof body === 'object' && body !== null && 'messages' in body ? body.messages : body;
  if (!Array.isArray(list)) throw new Error('messages: not a list');
  return list.filter(isMessage);
}

function isMessage(value: unknown): value is PhoneMessage {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'at', 'text', 'from'].every(
    (key) => key in value && typeof Reflect.get(value, key) === 'string',
  );
}
