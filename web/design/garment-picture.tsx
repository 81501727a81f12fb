import { type ReactNode, useState } from 'react';
import type { Category } from '#contract/catalog.ts';
import { safeLink } from '#web/catalog/read-link.ts';
import { GarmentOutline } from './garment-outline.tsx';

interface Props {
  src: string | null;
  alt: string;
  category: Category;
  className?: string;
  children?: ReactNode;
}

/** The shop's picture on cloth; its outline in basting where there is none, or it does not load. */
export function GarmentPicture({ src, alt, category, className = '', children }: Props) {
  const [has_failed, setFailed] = useState(false);
  const shown = src && !has_failed ? safeLink(src) : undefined;
  return (
    <div className={`garment cloth ${className}`}>
      {shown ? (
        // No referrer: the shop need not learn from which Toile its picture is seen.
        <img src={shown} alt={alt} referrerPolicy="no-referrer" onError={() => setFailed(true)} />
      ) : (
        <GarmentOutline category={category} />
      )}
      {children}
    </div>
  );
}
