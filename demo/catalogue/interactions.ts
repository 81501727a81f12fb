import { seededRandom } from '#science/numerics/seeded-random.ts';
import { demo_boutiques } from './boutiques.ts';
import type { DemoProduct, DemoSizing } from './product.ts';
import { demo_products } from './products.ts';

export interface DemoShopper {
  key: string;
  sizing: DemoSizing;
  body_cm: { chest: number; waist: number; hip: number };
}

export interface DemoInteraction {
  shopper_key: string;
  product_slug: string;
  kind: 'view' | 'fitting' | 'save' | 'purchase' | 'return';
  color: string;
  /** The size bought or sent back. */
  size: string | null;
  /** Why it was sent back. */
  reason: 'too_small' | 'too_large' | null;
  /** How long before the demo begins. */
  minutes_ago: number;
}

const shopper_count = 120;
/** Looks a shopper takes, about; with what follows from them some thousand interactions. */
const views_each = 5;
const minutes_a_day = 24 * 60;
const days = 60;
/** Bodies: the middle chest, its spread, and the spread of waist and hip about what goes with it, cm. */
const bodies: Record<DemoSizing, { chest: number; spread: number; waist: number; hip: number }> = {
  women: { chest: 91, spread: 6.5, waist: -17, hip: 7 },
  men: { chest: 99, spread: 7, waist: -13, hip: -1 },
};
const build_spread_cm = 3;
/** Chances at each step of somebody who likes a thing fully. */
const chances = { fitting: 0.5, save: 0.3, purchase: 0.34 } as const;
/** Some buy by habit, a size beside the one that the chart says. */
const habit_share = 0.24;
/** How far off a size may be before it is sent back, shares. */
const return_share = { off: 0.75, right: 0.04 } as const;

/** What somebody is drawn to: a boutique, kinds of things, dark or pale. */
interface Taste {
  shopper: DemoShopper;
  boutique: string;
  likes: ReadonlySet<string>;
  dark: number;
}

/** Invents shoppers with bodies and tastes, and what they did in the last 60 days, oldest first. Deterministic for a seed. */
export function inventInteractions(seed: number): { shoppers: DemoShopper[]; interactions: DemoInteraction[] } {
  const draw = seededRandom(seed);
  const tastes = Array.from({ length: shopper_count }, (_, i) => inventTaste(i, draw));
  const interactions = tastes.flatMap((taste) => visitsOf(taste, draw));
  return { shoppers: tastes.map(({ shopper }) => shopper), interactions: interactions.sort((a, b) => b.minutes_ago - a.minutes_ago) };
}

function inventTaste(i: number, draw: () => number): Taste {
  const sizing: DemoSizing = draw() < 0.6 ? 'women' : 'men';
  const { chest, spread, waist, hip } = bodies[sizing];
  const own = chest + spread * normal(draw);
  const round = (value: number): number => Math.round(value * 2) / 2;
  const body_cm = {
    chest: round(own),
    waist: round(own + waist + build_spread_cm * normal(draw)),
    hip: round(own + hip + build_spread_cm * normal(draw)),
  };
  const kinds = [...new Set(demo_products.map(({ category }) => category))];
  return {
    shopper: { key: `shopper-${i + 1}`, sizing, body_cm },
    boutique: demo_boutiques[draw() < 0.55 ? 0 : 1]!.slug,
    likes: new Set(kinds.filter(() => draw() < 0.4)),
    dark: draw(),
  };
}

/** A normal number from uniform ones (Box and Muller). */
const normal = (draw: () => number): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

function visitsOf(taste: Taste, draw: () => number): DemoInteraction[] {
  const open = demo_products.filter(({ sizing }) => sizing === null || sizing === taste.shopper.sizing);
  const wanted = open.map((product) => ({ product, liking: likingOf(taste, product) }));
  const views = Math.round(views_each * (0.5 + 1.3 * draw()));
  return Array.from({ length: views }, () => pick(wanted, draw)).flatMap(({ product, liking }) => visit(taste, { product, liking }, draw));
}

/** 0 to 1. */
function likingOf({ boutique, likes }: Taste, product: DemoProduct): number {
  return 0.12 + (product.boutique_slug === boutique ? 0.33 : 0) + (likes.has(product.category) ? 0.55 : 0);
}

function pick<T extends { liking: number }>(from: readonly T[], draw: () => number): T {
  let left = draw() * from.reduce((sum, { liking }) => sum + liking, 0);
  return from.find(({ liking }) => (left -= liking) < 0) ?? from[0]!;
}

function visit(
  { shopper, dark }: Taste,
  { product, liking }: { product: DemoProduct; liking: number },
  draw: () => number,
): DemoInteraction[] {
  const color = colorFor(product, dark, draw);
  const start = Math.floor(minutes_a_day * (2 + draw() * (days - 2)));
  const act = (kind: DemoInteraction['kind'], after: number, more: Partial<DemoInteraction> = {}): DemoInteraction => ({
    shopper_key: shopper.key,
    product_slug: product.slug,
    kind,
    color,
    size: null,
    reason: null,
    minutes_ago: start - after,
    ...more,
  });
  const acts = [act('view', 0)];
  // Shoes and bags have no chart, so nobody can be advised on them.
  const is_measured = product.sizes[0]!.garment_cm.length !== undefined;
  if (is_measured && draw() < chances.fitting * liking) acts.push(act('fitting', 2));
  if (draw() < chances.save * liking) acts.push(act('save', 4));
  if (draw() >= chances.purchase * liking) return acts;
  const { size, off } = sizeBought(shopper, product, draw);
  acts.push(act('purchase', 9, { size }));
  if (product.sizes.length === 1 || draw() >= (off === 0 ? return_share.right : return_share.off)) return acts;
  const is_small = off === 0 ? draw() < 0.5 : off < 0;
  const back = Math.floor(minutes_a_day * (4 + draw() * 8));
  // A parcel of last week is not back yet.
  if (back < start) acts.push(act('return', back, { size, reason: is_small ? 'too_small' : 'too_large' }));
  return acts;
}

function colorFor({ colors }: DemoProduct, dark: number, draw: () => number): string {
  const depth = (hex: string): number => 1 - Number.parseInt(hex.slice(3, 5), 16) / 255;
  return pick(
    colors.map((color) => ({ name: color.name, liking: 1.2 - Math.abs(depth(color.hex) - dark) })),
    draw,
  ).name;
}

/** The size that the chart says, or the one beside it; `off` is negative when it is too small. */
function sizeBought(shopper: DemoShopper, product: DemoProduct, draw: () => number): { size: string; off: number } {
  const right = sizeFor(shopper, product);
  const wish = draw() < habit_share ? right + (draw() < 0.6 ? -1 : 1) : right;
  const bought = Math.max(0, Math.min(product.sizes.length - 1, wish));
  return { size: product.sizes[bought]!.label, off: bought - right };
}

/** The place of the size whose body is nearest, by what carries the garment: the chest above, waist and hip below. */
function sizeFor({ body_cm }: DemoShopper, product: DemoProduct): number {
  const boutique = demo_boutiques.find(({ slug }) => slug === product.boutique_slug);
  const chart = boutique?.charts.find(({ sizing, categories }) => sizing === product.sizing && categories.includes(product.category));
  if (!chart) return Math.floor(product.sizes.length / 2);
  const is_lower = ['trousers', 'jeans', 'shorts', 'skirt'].includes(product.category);
  const away = chart.sizes.map(({ body_cm: body }) => {
    const far = (name: 'chest' | 'waist' | 'hip'): number => Math.abs((body[name]![0] + body[name]![1]) / 2 - body_cm[name]);
    return is_lower ? far('waist') + 0.6 * far('hip') : far('chest');
  });
  return away.indexOf(Math.min(...away));
}
