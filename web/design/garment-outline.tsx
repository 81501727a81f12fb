import type { CSSProperties } from 'react';
import type { Category } from '#contract/catalog.ts';

const top = 'M108 28C114 48 132 58 150 58s36-10 42-30l54 20 40 82-42 20-22-42-4 128H82l-4-128-22 42-42-20 40-82z';
const sleeved = 'M108 28C114 48 132 58 150 58s36-10 42-30l54 22 30 164-36 8-22-116-4 138H86l-4-138-22 116-36-8 30-164z';
const trousers = 'M88 16H212L232 246H162L150 92 138 246H68z';
const shorts = 'M84 40H216L232 190H160L150 112 140 190H68z';
const dress = 'M112 14C118 34 134 42 150 42s32-8 38-28l22 12-8 84 44 138H54l44-138-8-84z';
const skirt = 'M112 24H188L238 244H62z';
const coat = 'M112 14l38 24 38-24 52 22 26 116-34 14-18-50v132H86V116l-18 50-34-14 26-116zM150 38v210';

const shoes = 'M34 176V88h58l34 44 104 24c22 6 34 18 36 44H34z';
const bag = 'M52 104H248L232 244H68zM108 104V76a42 42 0 0184 0v28';
const accessory = 'M96 16H150L204 16 176 132 204 244H160L150 200 140 244H96l28-112z';

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
  shoes,
  bag,
  accessory,
};

interface Props {
  category?: Category;
  /** We do not know how far: a solid stitch runs along it. */
  is_sewing?: boolean;
  /** How much has arrived, 0 to 1: that part is sewn. */
  sewn?: number;
}

/** A garment's outline in basting: a picture we do not have, or not yet. */
export function GarmentOutline({ category = 'other', is_sewing = false, sewn }: Props) {
  return (
    <svg className="garment-outline" viewBox="0 0 300 260" aria-hidden="true">
      <path d={outlines[category]} />
      {is_sewing && <path className="sewing" d={outlines[category]} />}
      {sewn !== undefined && (
        <path className="sewn-part" d={outlines[category]} pathLength={100} style={{ '--p': sewn * 100 } as CSSProperties} />
      )}
    </svg>
  );
}
