import type { ReactNode } from 'react';
import type { Category } from '#contract/catalog.ts';
import { GarmentOutline } from './garment-outline.tsx';

interface Props {
  category?: Category;
  title: string;
  text: string;
  /** The one way to begin. */
  children?: ReactNode;
}

/** Nothing here yet: the basted outline of what will be, and how to begin. */
export function EmptyState({ category, title, text, children }: Props) {
  return (
    <div className="empty cloth">
      <GarmentOutline category={category} />
      <h2 className="display head">{title}</h2>
      <p className="small">{text}</p>
      {children}
    </div>
  );
}
