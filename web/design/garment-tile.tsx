import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Category } from '#contract/catalog.ts';
import { GarmentPicture } from './garment-picture.tsx';
import { Stitch } from './stitch.tsx';

interface Props {
  /** The address of a picture, or a picture with its own widths. */
  picture: string | ReactElement | null;
  category: Category;
  is_cut_out?: boolean;
  brand?: string;
  name: string;
  price?: string;
  /** What it cost before. */
  price_before?: string | undefined;
  /** A fact worth a word: sold out, four colours. */
  note?: string | null;
  /** "M fits you, 79 %", and whether we know it or guess it. */
  size_line?: { text: string; is_known: boolean };
  /** Its own picture is still being made. */
  is_pending?: boolean;
  /** Wraps the garment's name in what leads there, an `a` or a router's Link; all of the tile is its target. */
  link: (name: string) => ReactNode;
}

/** A garment on cloth with its words beneath: brand, name and price, and the size that fits. */
export function GarmentTile({
  picture,
  category,
  is_cut_out,
  brand,
  name,
  price,
  price_before,
  note,
  size_line,
  is_pending = false,
  link,
}: Props) {
  const t = useTranslate();
  return (
    <article className={is_pending ? 'tile is-pending' : 'tile'}>
      {/* The link says its name already. */}
      {picture === null || typeof picture === 'string' ? (
        <GarmentPicture src={picture} alt="" category={category} is_cut_out={is_cut_out} />
      ) : (
        picture
      )}
      <div className="tile-words">
        {brand && <span className="b">{brand}</span>}
        <span>
          {link(name)} {price && <span className="quiet">{price}</span>}
          {price_before && (
            <s className="faint">
              {' '}
              <span className="sr">{t('shop.before')}</span> {price_before}
            </s>
          )}
        </span>
        {note && <span className="micro faint">{note}</span>}
        {size_line && (
          <span className="fits">
            <Stitch is_known={size_line.is_known} />
            {size_line.text}
          </span>
        )}
      </div>
    </article>
  );
}
