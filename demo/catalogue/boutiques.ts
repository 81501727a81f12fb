import type { DemoBoutique, DemoCategory, DemoSizeChart, DemoSizing, Range } from './product.ts';

const tops: DemoCategory[] = ['t-shirt', 'shirt', 'knitwear', 'jacket', 'coat', 'dress', 'skirt'];
const bottoms: DemoCategory[] = ['trousers', 'jeans', 'shorts'];

/** Makes a chart from the borders between its sizes: chest, and waist and hip that lie so far from it. */
function chart(
  sizing: DemoSizing,
  categories: DemoCategory[],
  { labels, chest, waist, hip }: { labels: string[]; chest: number[]; waist: number; hip: number[] },
): DemoSizeChart {
  const between = (borders: readonly number[], i: number, shift = 0): Range => [borders[i]! + shift, borders[i + 1]! + shift];
  const sizes = labels.map((label, i) => ({
    label,
    body_cm: { chest: between(chest, i), waist: between(chest, i, waist), hip: between(hip, i) },
  }));
  return { sizing, categories, sizes };
}

/** Cuts close and small: a French M. Numbers of trousers are French sizes. */
const odile: DemoBoutique = {
  slug: 'maison-odile',
  name: 'Maison Odile',
  city: 'Lisbon',
  country: 'PT',
  currency: 'EUR',
  ships_in_days: 1,
  thread_hex: '#bc2d0e',
  about:
    'Odile learned pattern cutting in Roubaix and opened her workroom behind the Miradouro da Graça. Workwear, knits and a few good dresses, cut close, made within two hundred kilometres of the shop.',
  charts: [
    chart('women', tops, {
      labels: ['XS', 'S', 'M', 'L', 'XL'],
      chest: [78, 82, 86, 90, 95, 101],
      waist: -17,
      hip: [85, 89, 93, 97, 102, 108],
    }),
    chart('men', tops, {
      labels: ['S', 'M', 'L', 'XL', 'XXL'],
      chest: [86, 91, 96, 101, 107, 114],
      waist: -13,
      hip: [87, 92, 97, 102, 107, 113],
    }),
    chart('women', bottoms, {
      labels: ['34', '36', '38', '40', '42', '44'],
      chest: [78, 82, 86, 90, 94, 98, 103],
      waist: -17,
      hip: [86, 90, 94, 98, 102, 106, 111],
    }),
    chart('men', bottoms, {
      labels: ['38', '40', '42', '44', '46'],
      chest: [86, 90, 94, 98, 102, 107],
      waist: -12,
      hip: [88, 92, 96, 100, 104, 109],
    }),
  ],
};

/** Cuts roomy: its M is another's L. Trousers are named by the waist in inches. */
const nordhavn: DemoBoutique = {
  slug: 'nordhavn',
  name: 'Nordhavn',
  city: 'Copenhagen',
  country: 'DK',
  currency: 'EUR',
  ships_in_days: 2,
  thread_hex: '#2c3a47',
  about:
    'Basics from the old harbour: organic cotton, Nordic wool, nothing that shouts. Cut with room for a layer beneath, in colours that stay in the range for years so that you can buy the same thing again.',
  charts: [
    chart('women', tops, {
      labels: ['XS', 'S', 'M', 'L', 'XL'],
      chest: [80, 85, 90, 96, 102, 109],
      waist: -16,
      hip: [88, 93, 98, 104, 110, 117],
    }),
    chart('men', tops, {
      labels: ['S', 'M', 'L', 'XL', 'XXL'],
      chest: [90, 96, 102, 108, 115, 123],
      waist: -13,
      hip: [91, 97, 102, 107, 113, 120],
    }),
    chart('women', bottoms, {
      labels: ['26', '27', '28', '29', '30', '31', '32'],
      chest: [82, 84.5, 87, 89.5, 92, 94.5, 97, 100],
      waist: -16,
      hip: [90, 92.5, 95, 97.5, 100, 102.5, 105, 108],
    }),
    chart('men', bottoms, {
      labels: ['29', '30', '31', '32', '33', '34', '36'],
      chest: [88, 90.5, 93, 95.5, 98, 100.5, 103, 108],
      waist: -12,
      hip: [90, 92, 94, 96, 98.5, 101, 103, 107],
    }),
  ],
};

export const demo_boutiques: readonly DemoBoutique[] = [odile, nordhavn];
