import type { ReactNode } from 'react';

/** The line at the top of every page, as wide as the page's column; `below` stands under it, in the same landmark. */
export function Header({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <header className="flex-none">
      <div className="mx-auto flex h-(--header) w-full max-w-[73rem] items-center gap-3 px-(--gutter) md:gap-5 lg:gap-9">
        {children}
      </div>
      {below}
    </header>
  );
}
