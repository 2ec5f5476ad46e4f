/** The geometry of a row with a picture, shared by the real rows and by what holds their place while they are on their way. */
export const LIST_ROW = {
  cards: {
    row: 'grid grid-cols-[64px_minmax(0,1fr)] items-start gap-x-3 py-3 sm:grid-cols-[76px_minmax(0,1fr)] md:grid-cols-[120px_minmax(0,1fr)_auto] md:items-center md:gap-x-[22px]',
    picture: 'aspect-[340/214] w-full',
  },
  wallets: {
    row: 'grid grid-cols-[44px_minmax(0,1fr)] items-start gap-x-[15px] gap-y-2.5 py-[15px] md:grid-cols-[44px_minmax(0,1fr)_auto] md:items-center md:gap-x-[22px]',
    picture: 'size-11',
  },
} as const;
