import { type ReactNode, useState } from 'react';
import type { Category } from '#contract/catalog.ts';
import { safeLink } from '#web/catalog/read-link.ts';
import { GarmentOutline } from './garment-outline.tsx';
import { isBoutiques, widthsOf } from './own-picture.ts';

interface Props {
  src: string | null;
  alt: string;
  category: Category;
  /** Transparent around the garment: it lies on the cloth and casts a shadow, in light and dark. */
  is_cut_out?: boolean;
  /** How wide it is shown, as the `sizes` of an img element; only pictures of boutiques come in several widths. */
  sizes?: string;
  className?: string;
  children?: ReactNode;
}

/** The shop's picture on cloth; its outline in basting where there is none, or it does not load. */
export function GarmentPicture({ src, alt, category, is_cut_out = false, sizes = '100vw', className = '', children }: Props) {
  const [has_failed, setFailed] = useState(false);
  const shown = src && !has_failed ? (ownFile(src) ?? safeLink(src)) : undefined;
  return (
    <div className={`garment cloth ${is_cut_out ? 'is-cut-out' : ''} ${className}`}>
      {shown ? (
        // No referrer: the shop need not learn from which Toile its picture is seen.
        <img
          {...(isBoutiques(shown) ? { ...widthsOf(shown), sizes } : { src: shown })}
          alt={alt}
          referrerPolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      ) : (
        <GarmentOutline category={category} />
      )}
      {children}
    </div>
  );
}

/** A file of our own server, such as `/media/…`; `//shop.example` is somebody else's. */
const ownFile = (src: string) => (/^\/(?!\/)/.test(src) ? src : undefined);
