import type { Category } from '#contract/catalog.ts';

const top = 'M108 28C114 48 132 58 150 58s36-10 42-30l54 20 40 82-42 20-22-42-4 128H82l-4-128-22 42-42-20 40-82z';
const sleeved = 'M108 28C114 48 132 58 150 58s36-10 42-30l54 22 30 164-36 8-22-116-4 138H86l-4-138-22 116-36-8 30-164z';
const trousers = 'M88 16H212L232 246H162L150 92 138 246H68z';
const shorts = 'M84 40H216L232 190H160L150 112 140 190H68z';
const dress = 'M112 14C118 34 134 42 150 42s32-8 38-28l22 12-8 84 44 138H54l44-138-8-84z';
const skirt = 'M112 24H188L238 244H62z';
const coat = 'M112 14l38 24 38-24 52 22 26 116-34 14-18-50v132H86V116l-18 50-34-14 26-116zM150 38v210';

const outlines: Record<Category, string> = {
  't-shirt': top,
  shirt: sleeved,
  knitwear: sleeved,
  other: top,
  jacket: coat,
  coat,
  trousers,
  jeans: trousers,
  shorts,
  dress,
  skirt,
};

/** A garment's outline in basting: a picture we do not have, or not yet. `is_sewing` runs a solid stitch along it. */
export function GarmentOutline({ category = 'other', is_sewing = false }: { category?: Category; is_sewing?: boolean }) {
  return (
    <svg className="garment-outline" viewBox="0 0 300 260" aria-hidden="true">
      <path d={outlines[category]} />
      {is_sewing && <path className="sewing" d={outlines[category]} />}
    </svg>
  );
}
