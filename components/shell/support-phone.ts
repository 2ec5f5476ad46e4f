import { brand } from '@/lib/domain/brand';

/** The support number as it is read: it never breaks across lines. */
export const shownPhone = brand.supportPhone.replaceAll(' ', '\u00a0');

/** The same number for a link. */
export const phoneHref = `tel:${brand.supportPhone.replaceAll(' ', '')}`;
