import type { ReactNode } from 'react';
import type { Item } from '#contract/wardrobe.ts';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemName } from './item-name.ts';

interface Props {
  item: Item;
  is_decoration?: boolean;
  /** The large one, not the thumb. */
  is_large?: boolean;
  className?: string;
  children?: ReactNode;
}

/** The garment cut out on cloth, or the photo as it was taken; its outline in basting while there is none. */
export function ItemPicture({ item, is_decoration = false, is_large = false, className = '', children }: Props) {
  const t = useTranslate();
  const { image_clean, image_original, thumb, category } = item;
  const is_clean = image_clean !== null;
  // The small one stands on white, which becomes the cloth it lies on.
  const src = (is_large ? image_clean : thumb) ?? image_original ?? thumb;
  return (
    <GarmentPicture
      src={src}
      alt={is_decoration ? '' : itemName(t, item)}
      category={category ?? 'other'}
      is_cut_out={is_clean && is_large}
      className={`${className}${is_clean || src === null ? '' : ' is-photo'}`}
    >
      {children}
    </GarmentPicture>
  );
}
