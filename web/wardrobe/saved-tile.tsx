import type { SavedThing } from '#contract/saved.ts';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { ToolButton } from '#web/design/tool-button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductTile } from '#web/shop/product-tile.tsx';

/** A product that waits, with the cross that takes it off the list; one that is no longer sold says so. */
export function SavedTile({ thing: { product }, onTakeOff }: { thing: SavedThing; onTakeOff: () => void }) {
  const t = useTranslate();
  return (
    <>
      {product ? (
        <ProductTile product={product} sizes="(min-width: 900px) 17vw, 50vw" />
      ) : (
        <article className="tile is-pending">
          <GarmentPicture src={null} alt="" category="other" />
          <div className="tile-words">
            <span className="faint">{t('product.gone')}</span>
          </div>
        </article>
      )}
      <ToolButton
        icon="x"
        className="take-off"
        label={t('design.remove', { label: product?.product_name ?? t.within(t('wardrobe.garment')) })}
        onClick={onTakeOff}
      />
    </>
  );
}
