import type { ReactNode } from 'react';
import type { Category } from '#contract/catalog.ts';
import { GarmentPicture } from './garment-picture.tsx';
import { Stitch } from './stitch.tsx';

interface Props {
  picture: string | null;
  category: Category;
  is_cut_out?: boolean;
  brand?: string;
  name: string;
  price?: string;
  /** "M fits you, 79 %", and whether we know it or guess it. */
  size_line?: { text: string; is_known: boolean };
  /** Its own picture is still being made. */
  is_pending?: boolean;
  /** Wraps the garment's name in what leads there, an `a` or a router's Link; all of the tile is its target. */
  link: (name: string) => ReactNode;
}

/** A garment on cloth with its words beneath: brand, name and price, and the size that fits. */
export function GarmentTile({ picture, category, is_cut_out, brand, name, price, size_line, is_pending = false, link }: Props) {
  return (
    <article className={is_pending ? 'tile is-pending' : 'tile'}>
      {/* The link says its name already. */}
      <GarmentPicture src={picture} alt="" category={category} is_cut_out={is_cut_out} />
      <div className="tile-words">
        {brand && <span className="b">{brand}</span>}
        <span>
          {link(name)} {price && <span className="quiet">{price}</span>}
        </span>
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
