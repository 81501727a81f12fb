import type { CSSProperties } from 'react';
import type { Category } from '#contract/catalog.ts';
import type { Picture } from '#contract/for-sale.ts';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { widthsOf } from '#web/design/own-picture.ts';

interface Props {
  picture: Picture | null;
  /** Stands in where there is no picture. */
  category: Category;
  /** How wide it is shown, as the `sizes` of an img element. */
  sizes: string;
  /** Of the first pictures that are seen: fetched at once and before others. */
  is_first?: boolean;
  /** Of what it says, where that is not the page's. */
  lang?: string;
  className?: string;
  style?: CSSProperties;
  /** Where what stands beside it says the same. */
  is_decoration?: boolean;
}

/** A boutique's picture in the width that the screen needs. */
export function ProductPicture({ picture, category, sizes, is_first = false, is_decoration = false, lang, className, style }: Props) {
  if (!picture) return <GarmentOutline category={category} />;
  const { url, width, height, alt } = picture;
  return (
    <img
      lang={lang}
      className={className}
      style={style}
      {...widthsOf(url)}
      sizes={sizes}
      width={width}
      height={height}
      alt={is_decoration ? '' : alt}
      loading={is_first ? 'eager' : 'lazy'}
      fetchPriority={is_first ? 'high' : 'auto'}
      decoding="async"
    />
  );
}
