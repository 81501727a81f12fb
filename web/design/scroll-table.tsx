import type { ReactNode } from 'react';
import { useOverflow } from './use-overflow.ts';

interface Props {
  /** What is in it, for who listens. */
  name: string;
  /** The first column stays while the others pass. */
  has_fixed_column?: boolean;
  /** Classes of the table itself. */
  className?: string;
  children: ReactNode;
}

/** A table that scrolls by itself where it is wider than its place, and says so; the keyboard reaches it too. */
export function ScrollTable({ name, has_fixed_column = false, className = '', children }: Props) {
  const [frame, more] = useOverflow<HTMLDivElement>();
  return (
    <div className={has_fixed_column ? 'scroll-frame has-fixed-column' : 'scroll-frame'} data-more={more}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus (WCAG 2.1.1) */}
      <div ref={frame} className="scrolls" role="group" aria-label={name} tabIndex={0}>
        <table className={`plain ${className}`}>{children}</table>
      </div>
    </div>
  );
}
