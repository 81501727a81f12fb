import { Link } from '@tanstack/react-router';
import type { SavedLook, SavedThing } from '#contract/saved.ts';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { ToolButton } from '#web/design/tool-button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemNames } from '#web/mirror/item-names.ts';
import { ProductTile } from '#web/shop/product-tile.tsx';

function SavedLookTile({ id, look, name }: { id: string; look: SavedLook; name: string }) {
  const t = useTranslate();
  return (
    <article className="tile look-tile">
      <div className="garment cloth is-photo">
        {look.render_url ? <img src={look.render_url} alt="" /> : <GarmentOutline category={look.items[0]?.category ?? 'other'} />}
      </div>
      <div className="tile-words">
        <Link to="/mirror/$session_id" params={{ session_id: id }}>
          {name.charAt(0).toLocaleUpperCase(t.locale) + name.slice(1)}
        </Link>
        <span className="micro faint">{t('shared.page')}</span>
      </div>
    </article>
  );
}

/** A product or a look that waits, with the cross that takes it off the list; one that is no longer sold says so. */
export function SavedTile({ thing: { id, product, look }, onTakeOff }: { thing: SavedThing; onTakeOff: () => void }) {
  const t = useTranslate();
  const worn = look && t.list(itemNames(t, look));
  return (
    <>
      {look ? (
        <SavedLookTile id={id} look={look} name={worn!} />
      ) : product ? (
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
        label={t('design.remove', { label: worn ?? product?.product_name ?? t.within(t('wardrobe.garment')) })}
        onClick={onTakeOff}
      />
    </>
  );
}
