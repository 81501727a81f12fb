import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categories } from '#contract/catalog.ts';
import { demo_boutiques } from './boutiques.ts';
import { inventInteractions } from './interactions.ts';
import type { DemoProduct } from './product.ts';
import { demo_products } from './products.ts';

const chartOf = ({ boutique_slug, sizing, category }: DemoProduct) =>
  demo_boutiques
    .find(({ slug }) => slug === boutique_slug)!
    .charts.find((chart) => chart.sizing === sizing && chart.categories.includes(category));
const measured = demo_products.filter((product) => chartOf(product));
const middle = ([low, high]: readonly [number, number]): number => (low + high) / 2;

test('slugs and colours are unique, about sixty colourways, and the home page’s six come first', () => {
  assert.equal(new Set(demo_products.map(({ slug }) => slug)).size, demo_products.length);
  assert.ok(demo_products.every(({ colors }) => new Set(colors.map(({ name }) => name)).size === colors.length));
  const colorways = demo_products.reduce((sum, { colors }) => sum + colors.length, 0);
  assert.ok(colorways >= 55 && colorways <= 70, String(colorways));
  assert.deepEqual(
    demo_products.slice(0, 6).map(({ recipe }) => recipe.kind),
    ['jacket', 'tee', 'trousers', 'dress', 'shirt', 'skirt'],
  );
});

test('every category is one of the contract’s, or of the three that come with shoes and bags', () => {
  const known = new Set<string>([...categories, 'shoes', 'bag', 'accessory']);
  assert.ok(demo_products.every(({ category }) => known.has(category)));
});

test('prices, descriptions and stock are such as a shop would have', () => {
  for (const { slug, price_minor, description, stock, sizes, colors } of demo_products) {
    assert.ok(price_minor >= 2000 && price_minor <= 40_000, slug);
    assert.ok(description.length > 90 && description.length < 400, slug);
    assert.equal(stock.length, sizes.length * colors.length, slug);
    assert.ok(
      stock.every(({ on_hand }) => Number.isInteger(on_hand) && on_hand >= 0 && on_hand < 20),
      slug,
    );
  }
  const on_hand = demo_products.flatMap(({ stock }) => stock.map((one) => one.on_hand));
  const share = (count: number): number => on_hand.filter((one) => one === count).length / on_hand.length;
  assert.ok(share(0) > 0.05 && share(0) < 0.2 && share(1) > 0.05, `${share(0)} sold out, ${share(1)} last ones`);
});

test('charts rise without a gap, and one boutique cuts smaller than the other', () => {
  for (const { charts } of demo_boutiques)
    for (const { sizes } of charts)
      for (const [i, { body_cm }] of sizes.entries())
        for (const name of ['chest', 'waist', 'hip'] as const) {
          assert.ok(body_cm[name]![0] < body_cm[name]![1]);
          const next = sizes[i + 1];
          if (next) assert.equal(next.body_cm[name]![0], body_cm[name]![1]);
        }
  const medium = (slug: string): number =>
    middle(demo_boutiques.find((one) => one.slug === slug)!.charts[0]!.sizes.find(({ label }) => label === 'M')!.body_cm.chest!);
  assert.ok(medium('nordhavn') >= medium('maison-odile') + 4);
});

test('a larger size is larger in every girth and never shorter', () => {
  for (const { slug, sizes } of measured)
    for (const [i, { garment_cm }] of sizes.entries()) {
      const next = sizes[i + 1]?.garment_cm;
      if (!next) continue;
      for (const name of ['chest', 'waist', 'hip'] as const)
        if (garment_cm[name]) assert.ok(next[name]! > garment_cm[name], `${slug} ${name}`);
      for (const name of ['length', 'sleeves', 'inseam', 'shoulders'] as const)
        if (garment_cm[name]) assert.ok(next[name]! >= garment_cm[name], `${slug} ${name}`);
    }
});

test('the body a size is for fits into it, and a roomier word means more room at the place that carries it', () => {
  for (const product of measured) {
    const main = product.sizes[0]!.garment_cm.chest ? 'chest' : 'waist';
    const slack = product.stretch === 'none' ? 0.5 : 0;
    for (const [i, { body_cm }] of chartOf(product)!.sizes.entries()) {
      const garment = product.sizes[i]!.garment_cm;
      assert.ok(garment[main]! - middle(body_cm[main]!) >= slack, `${product.slug} ${main}`);
      if (garment.hip) assert.ok(garment.hip - middle(body_cm.hip!) >= slack, `${product.slug} hip`);
    }
  }
  const room = (slug: string): number => {
    const product = demo_products.find((one) => one.slug === slug)!;
    return product.sizes[2]!.garment_cm.chest! - middle(chartOf(product)!.sizes[2]!.body_cm.chest!);
  };
  assert.ok(room('holm-tee') > room('ana-breton'));
  assert.ok(room('vinter-roll-neck') > room('nazare-fisherman-jumper') + 8);
});

test('interactions are the same for a seed, about a thousand, and follow from each other', () => {
  const { shoppers, interactions } = inventInteractions(1);
  assert.deepEqual(inventInteractions(1).interactions, interactions);
  assert.notDeepEqual(inventInteractions(2).interactions, interactions);
  assert.equal(shoppers.length, 120);
  assert.ok(interactions.length > 800 && interactions.length < 1500, String(interactions.length));
  assert.ok(interactions.every(({ minutes_ago }, i) => minutes_ago > 0 && minutes_ago <= (interactions[i - 1]?.minutes_ago ?? Infinity)));
  const key = (kind: string, one: { shopper_key: string; product_slug: string }): string =>
    `${kind} ${one.shopper_key} ${one.product_slug}`;
  const seen = new Set<string>();
  for (const one of interactions) {
    if (one.kind === 'return') assert.ok(seen.has(key('purchase', one)) && one.reason !== null);
    else if (one.kind !== 'view') assert.ok(seen.has(key('view', one)));
    seen.add(key(one.kind, one));
  }
});

test('what is bought is worn by that sizing and made in that size; most of what comes back was too small', () => {
  const { shoppers, interactions } = inventInteractions(1);
  for (const { kind, size, shopper_key, product_slug } of interactions) {
    const product = demo_products.find(({ slug }) => slug === product_slug)!;
    const sizing = shoppers.find(({ key }) => key === shopper_key)!.sizing;
    assert.ok(product.sizing === null || product.sizing === sizing);
    if (kind === 'purchase') assert.ok(product.sizes.some(({ label }) => label === size));
  }
  const count = (reason: string): number => interactions.filter((one) => one.reason === reason).length;
  assert.ok(count('too_small') > count('too_large') && count('too_large') > 0);
});
