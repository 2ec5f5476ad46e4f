import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Breakable } from '@/components/ui/breakable';
import { Icon } from '@/components/ui/icon';
import type { ReviewPageView } from '@/lib/domain/read-models';
import { ShareChoice } from './share-choice';

/** One line of the slip: what it is, what would be sent, and whether it goes. */
export function FieldRow({
  field,
  lines,
  optional,
  shared,
  name,
}: ReviewPageView['fields'][number] & { name: string }) {
  const t = useTranslations('review');
  const label = useTranslations('fields')(`${field}.label`);
  const [first, ...rest] = lines;
  return (
    <li className="group/row flex flex-wrap items-center justify-between gap-x-2 gap-y-1 border-b border-rule py-[13px] last:border-0 md:grid md:min-h-[66px] md:grid-cols-[112px_minmax(0,1fr)_auto] md:gap-x-4">
      <span className="text-note text-ink-2">{label}</span>
      <div className="order-last min-w-0 basis-full [overflow-wrap:anywhere] md:order-none">
        <div className="group-has-[[value=no]:checked]/row:text-ink-3 group-has-[[value=no]:checked]/row:line-through">
          <p className="num font-mark">
            <bdi>{first === undefined ? null : <Breakable>{first}</Breakable>}</bdi>
          </p>
          {rest.map((line) => (
            <p key={line} className="text-small text-ink-2 group-has-[[value=no]:checked]/row:hidden">
              <bdi>{line}</bdi>
            </p>
          ))}
        </div>
        {optional ? (
          <p className="hidden text-small text-ink-2 group-has-[[value=no]:checked]/row:block">
            {t('mayAsk', { name })}
          </p>
        ) : null}
      </div>
      {optional ? (
        <ShareChoice field={field} label={label} shared={shared} />
      ) : (
        <span className="flex items-center gap-1.5 text-small text-ink-2">
          <Icon icon={Lock} size={17} />
          {t('always')}
        </span>
      )}
    </li>
  );
}
