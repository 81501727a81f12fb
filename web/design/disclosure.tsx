import type { ReactNode } from 'react';

interface Props {
  title: string;
  is_open?: boolean;
  /** Of those that share a group, one is open at a time. */
  group?: string;
  children: ReactNode;
}

/** A line that opens to more of it. The browser's own, so that searching in the page opens it too. */
export function Disclosure({ title, is_open = false, group, children }: Props) {
  return (
    <details className="fold" name={group} open={is_open}>
      <summary>{title}</summary>
      <div className="folded-in">{children}</div>
    </details>
  );
}
