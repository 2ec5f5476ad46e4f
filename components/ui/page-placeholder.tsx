import { useTranslations } from 'next-intl';
import { LIST_ROW } from './list-row';
import { Skeleton } from './skeleton';

interface PagePlaceholderProps {
  title: string;
  /** What may be asked for again where no script shows what follows. */
  href: string;
  /** Which rows will stand here. */
  list: keyof typeof LIST_ROW;
  rows: number;
  /** The slip that may stand beside the list: of one size in any case. */
  slip: boolean;
}

/** Rows of a list while its facts are on their way, as high and as wide as they will be. */
export function PlaceholderRows({ list, rows }: Pick<PagePlaceholderProps, 'list' | 'rows'>) {
  return (
    <ul aria-hidden className="ledger">
      {Array.from({ length: rows }, (_, row) => (
        <li key={row} className={LIST_ROW[list].row}>
          <Skeleton className={LIST_ROW[list].picture} />
          <span className="grid gap-2">
            <Skeleton className="h-4 max-w-52" />
            <Skeleton className="h-3.5 max-w-32" />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A page with a list while its facts are on their way: the final geometry, nothing that moves, and one sentence for those who listen. */
export function PagePlaceholder({ title, href, list, rows, slip }: PagePlaceholderProps) {
  const t = useTranslations('waiting');
  return (
    <>
      <h1 className="text-h1">{title}</h1>
      <p role="status" className="with-script sr-only">
        {t('text')}
      </p>
      <p className="without-script mt-2.5">
        {t('text')}{' '}
        <a className="link" href={href}>
          {t('again')}
        </a>
      </p>
      <div className="two mt-4 max-lg:gap-7">
        <PlaceholderRows list={list} rows={rows} />
        {slip ? (
          <div className="max-lg:order-first">
            <Skeleton className="h-[17.5rem] w-full rounded-slip" />
          </div>
        ) : null}
      </div>
    </>
  );
}
