import type { Brand } from '@/lib/brand/brand-schema';
import type { AppLocale } from './locale';

/** What a screen says about the bank. It travels with the words, so that it reaches components on both sides alike. */
export interface BankView {
  name: string;
  /** SVG path in a 24 x 24 box. */
  mark: string;
  /** As it is read: it never breaks across lines. */
  phone: string;
  phoneHref: string;
  privacyHref: string;
  termsHref: string;
  languages: readonly AppLocale[];
}

export function bankView({ name, mark, support, links, languages }: Brand): BankView {
  return {
    name,
    mark,
    phone: support.phone.replaceAll(' ', '\u00a0'),
    phoneHref: `tel:${support.phone.replaceAll(/[ -]/g, '')}`,
    privacyHref: links.privacy,
    termsHref: links.terms,
    languages,
  };
}
