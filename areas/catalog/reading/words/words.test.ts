import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cleanText } from './clean-text.ts';
import { describeSizes } from './describe-sizes.ts';
import { orderSizes } from './order-sizes.ts';
import { parsePrice } from './parse-price.ts';
import { readCategory } from './read-category.ts';
import { readCloth } from './read-cloth.ts';
import { readFitWord } from './read-fit-word.ts';
import { readSizing } from './read-sizing.ts';
import { readSizeLabel, shortLabel } from './size-label.ts';

test('the last noun of a name tells the kind', () => {
  const cases: Record<string, string> = {
    'Midweight denim workshirt': 'shirt',
    'Broken-in organic cotton oxford shirt': 'shirt',
    'Denim shirt-jacket': 'jacket',
    'Jean jacket': 'jacket',
    'Classic T-shirt': 't-shirt',
    'T-shirt dress': 'dress',
    'Shirtdress in poplin': 'dress',
    'Dress shirt': 'shirt',
    'Ludlow dress pant': 'trousers',
    'Cashmere crewneck sweater': 'knitwear',
    'French terry sweatshirt': 'knitwear',
    'Sweater vest': 'knitwear',
    'Quilted vest': 'jacket',
    'Wool topcoat': 'coat',
    'Sport coat': 'jacket',
    Raincoat: 'coat',
    '770 straight-fit jean': 'jeans',
    'Stretch chino short': 'shorts',
    'Short-sleeve shirt': 'shirt',
    'Pull-on pant with shorts lining': 'trousers',
    'Pleated midi skirt': 'skirt',
    'ABC Slim-Fit Trouser 32L *Warpstreme': 'trousers',
    'Leather boots': 'shoes',
    'Slim-Fit Button-Down Collar Cotton Oxford Shirt in Navy': 'shirt',
    Thing: 'other',
    '': 'other',
    'Ribbed tank top': 't-shirt',
  };
  for (const [name, category] of Object.entries(cases)) assert.equal(readCategory([name]), category, name);
  assert.equal(readCategory(['The Ludlow', 'Home', 'casual shirts', 'jeans']), 'shirt', 'what the name does not say, the breadcrumbs do');
});

test('men and women are told apart; children and unisex are neither', () => {
  assert.deepEqual(
    [['men'], ['Women’s shirts'], ['womens'], ['', 'mens'], ['/p/womens/dresses'], ['boys', 'men'], ['unisex'], ['garment', 'menthol']].map(
      readSizing,
    ),
    ['men', 'women', 'women', 'men', 'women', null, null, null],
  );
});

test('the first word on the cut decides', () => {
  assert.equal(readFitWord(['Slim Untucked', 'Classic fit.']), 'slim');
  assert.equal(readFitWord(['', 'Regular fit.', 'roomier in the body']), 'regular');
  assert.equal(readFitWord(['A relaxed, boxy cut']), 'oversized');
  assert.equal(readFitWord(['Tall', 'For the taller guy']), null);
});

test('cloth: fibres, and whether it gives', () => {
  assert.deepEqual(readCloth(['98% cotton, 2% elastane.'], 'jeans'), { materials: ['98% cotton', '2% elastane'], stretch: 'some' });
  assert.deepEqual(readCloth(['78% nylon/22% Lycra'], 'trousers'), { materials: ['78% nylon', '22% lycra'], stretch: 'high' });
  assert.deepEqual(readCloth(['100% cotton'], 'shirt').stretch, 'none');
  assert.deepEqual(readCloth(['100% cotton'], 't-shirt').stretch, null, 'a knit gives without elastane');
  assert.deepEqual(readCloth(['Cotton with a bit of stretch'], 'shirt').stretch, 'some');
  assert.deepEqual(readCloth(['500% cotton', 'Save 20% today'], 'shirt').materials.includes('500% cotton'), false);
});

test('size labels mean the same however they are spelled', () => {
  const base = (label: string) => {
    const { base: size, length } = readSizeLabel(label);
    return length === 'regular' ? size : `${size} ${length}`;
  };
  for (const label of ['X-SMALL', 'x small', 'XS', 'Extra Small']) assert.equal(base(label), 'XS', label);
  for (const label of ['2XL', 'XX-LARGE', 'xxl', '2X-Large']) assert.equal(base(label), 'XXL', label);
  for (const label of ['TALL SIZE MEDIUM', 'Medium Tall', 'M-T', 'M T', 'M Tall']) assert.equal(base(label), 'M tall', label);
  assert.deepEqual(['32', '15.5', '00', '0', '6 Petite', '32 Short'].map(base), ['32', '15.5', '00', '0', '6 petite', '32 short']);
  assert.deepEqual(readSizeLabel('32x30'), {
    base: '32',
    length: 'regular',
    inseam: 30,
    system: null,
    kind: 'waist_inseam',
    is_understood: true,
  });
  for (const label of ['XM', 'S/M', '99XL', '', 'hello']) assert.equal(readSizeLabel(label).is_understood, false, label);
  assert.deepEqual(['X-SMALL', 'TALL LARGE', 'Medium', 'XS', '32', 'One Size', '2XL'].map(shortLabel), [
    'XS',
    'L-T',
    'M',
    'XS',
    '32',
    'One Size',
    '2XL',
  ]);
});

test('sizes come in wearing order; where one is not understood the shop’s order stays', () => {
  const order = (labels: string[]) => orderSizes(labels.map((label) => ({ label }))).map(({ label }) => label);
  assert.deepEqual(order(['XL', 'M', 'XXS', 'S', '3XL', 'L', 'XS', 'XXL']), ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL']);
  assert.deepEqual(order(['34x32', '32x34', '32x30', '30x30']), ['30x30', '32x30', '32x34', '34x32']);
  assert.deepEqual(order(['10', '2', '0', '4 Tall', '4', '4 Petite']), ['0', '2', '4 Petite', '4', '4 Tall', '10']);
  for (const own of [
    ['L', 'One Size', 'S'],
    ['M', '32', 'S'],
  ])
    assert.deepEqual(order(own), own);
  fc.assert(
    fc.property(fc.shuffledSubarray(['XXS', 'XS', 'S', 'S-T', 'M', 'M-T', 'L', 'XL', 'XXL', '3XL', '4XL'], { minLength: 1 }), (labels) => {
      assert.deepEqual(order(order(labels)), order(labels));
      assert.deepEqual(order(labels).toSorted(), labels.toSorted());
    }),
  );
});

test('clean text is one bounded line without control characters, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, max) => {
      const clean = cleanText(text, max);
      if (clean === null) return;
      assert.ok(Array.from(clean).length <= max && clean === clean.trim() && !/[\p{Cc}\p{Cf}\n]/u.test(clean));
    }),
  );
  assert.equal(cleanText('&amp;lt; caf&#233; &#x41; &bogus; &#0;', 50), '&lt; café A &bogus; &#0;');
  assert.deepEqual([cleanText(null, 5), cleanText(3, 5), cleanText('  \n', 5)], [null, null, null]);
});

test('sizes that span two letters, halves, systems and pairs come in wearing order; what mixes stays as the shop has it', () => {
  const order = (...labels: string[]) => orderSizes(labels.map((label) => ({ label }))).map(({ label }) => label);
  assert.deepEqual(order('M/L', 'S', 'XS/S', 'XL'), ['XS/S', 'S', 'M/L', 'XL']);
  assert.deepEqual(order('11', '10½', '9'), ['9', '10½', '11']);
  assert.deepEqual(order('EU 44', 'EU 38', 'EU 40'), ['EU 38', 'EU 40', 'EU 44']);
  assert.deepEqual(order('UK 12', 'EU 38'), ['UK 12', 'EU 38']);
  assert.deepEqual(order('W34 L32', 'W32 L34', 'W32 L30'), ['W32 L30', 'W32 L34', 'W34 L32']);
  assert.deepEqual(order('3XL', 'XS', 'XXL', '2XS'), ['2XS', 'XS', 'XXL', '3XL']);
  assert.deepEqual(order('One size'), ['One size']);
  assert.deepEqual(order('大', '小'), ['大', '小']);
});

test('kinds and people are told in other languages too', () => {
  const cases: Record<string, [string, string | null]> = {
    'Herren Hemd Slim Fit': ['shirt', 'men'],
    'Chemise en lin homme': ['shirt', 'men'],
    'Robe midi fleurie femme': ['dress', 'women'],
    'Veste en jean': ['jacket', null],
    'Strickjacke aus Wolle': ['knitwear', null],
    Wollmantel: ['coat', null],
    'Vestido largo de mujer': ['dress', 'women'],
    'Maglione girocollo da uomo': ['knitwear', 'men'],
    Anzughose: ['trousers', null],
    'Gonna a pieghe': ['skirt', null],
    'Kinder T-Shirt': ['t-shirt', null],
    メンズ: ['other', 'men'],
  };
  for (const [text, [category, sizing]] of Object.entries(cases))
    assert.deepEqual([readCategory([text]), readSizing([text])], [category, sizing], text);
});

test('a label tells what kind of size it is, and in which system', () => {
  const cases: Record<string, [string, string, string | null]> = {
    'EU 42': ['number', '42', 'EU'],
    '42 IT': ['number', '42', 'IT'],
    'US 8 / UK 12 / EU 40': ['number', '8', 'US'],
    'D 38': ['number', '38', 'DE'],
    'Gr. 38': ['number', '38', null],
    'Size 8': ['number', '8', null],
    'Taille M': ['letter', 'M', null],
    サイズM: ['letter', 'M', null],
    Ｌ: ['letter', 'L', null],
    'M (38-40)': ['letter', 'M', null],
    '10½': ['number', '10.5', null],
    '10 1/2': ['number', '10.5', null],
    'W32 L34': ['waist_inseam', '32', null],
    '32W x 34L': ['waist_inseam', '32', null],
    '32"': ['number', '32', null],
    '95 cm': ['number', '95', null],
    '9.5 D': ['number', '9.5', null],
    '1X': ['plus', '1X', null],
    PXS: ['letter', 'XS', null],
    P2: ['number', '2', null],
    T36: ['number', '36', null],
    P: ['letter', 'P', null],
    '3X-Large Big': ['letter', 'XXXL', null],
    '18 W': ['plus', '18W', null],
    '34DD': ['bra', '34DD', null],
    '3-6 months': ['age', '3-6 MONTHS', null],
    '5-6Y': ['age', '5-6Y', null],
    'one size': ['one_size', 'ONE SIZE', null],
    'O/S': ['one_size', 'ONE SIZE', null],
    'Taille unique': ['one_size', 'ONE SIZE', null],
    '\u200fXL': ['letter', 'XL', null],
    'مقاس كبير': ['other', 'مقاس كبير', null],
  };
  for (const [label, expected] of Object.entries(cases)) {
    const { kind, base, system } = readSizeLabel(label);
    assert.deepEqual([kind, base, system], expected, label);
  }
});

test('every kind of size has its order; kinds that cannot be compared keep the shop’s', () => {
  const order = (...labels: string[]) => orderSizes(labels.map((label) => ({ label }))).map(({ label }) => label);
  const small_to_large = [
    ['XXS', 'XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'],
    ['000', '00', '0', '2', '10', '14'],
    ['L', 'XL', '1X', '2X', '3X'],
    ['14', '14W', '16', '16W'],
    ['XS/S', 'M', 'L/XL'],
    ['PP', 'P', 'S', 'M', 'L'],
    ['P', 'M', 'G', 'GG'],
    ['PXS', 'XS', 'PS', 'S'],
    ['38S', '38R', '38L', '40R'],
    ['S', 'S-T', 'M', 'M-T'],
    ['32x30', '32x32', '34x30'],
    ['9', '9½', '10', '10½'],
    ['3-6 months', '6-12 months', '2 years', '5-6Y'],
    ['32A', '32B', '32DD', '34A'],
    ['34/36', '38/40', '42/44'],
    ['IT 38', 'IT 40', 'IT 42'],
  ];
  for (const sizes of small_to_large) assert.deepEqual(order(...sizes.toReversed()), sizes);
  for (const sizes of [
    ['One Size', 'M'],
    ['EU 42', 'US 8'],
    ['34', 'M'],
    ['صغير', 'M'],
  ])
    assert.deepEqual(order(...sizes), sizes);
});

test('what all labels agree on describes the sizes', () => {
  const describe = (labels: string[], more: Partial<Parameters<typeof describeSizes>[0]> = {}) =>
    Object.values(describeSizes({ labels, size_system: null, size_type: null, words: [], ...more }));
  assert.deepEqual(describe(['S', 'M']), [null, 'letters', null]);
  assert.deepEqual(describe(['UK 8', 'UK 10']), ['UK', 'numbers', null]);
  assert.deepEqual(describe(['8', '10'], { size_system: 'https://schema.org/WearableSizeSystemUK' }), ['UK', 'numbers', null]);
  assert.deepEqual(describe(['32x30', '34x32']), [null, 'waist_inseam', null]);
  assert.deepEqual(describe(['2P', '4P']), [null, 'numbers', 'petite']);
  assert.deepEqual(describe(['S', 'M'], { size_type: 'https://schema.org/WearableSizeGroupTall' }), [null, 'letters', 'tall']);
  assert.deepEqual(describe(['1X', '2X']), [null, 'plus', 'plus']);
  assert.deepEqual(describe(['S', '42']), [null, 'mixed', null]);
  assert.deepEqual(describe([], { words: ['Maternity dress'] }), [null, null, 'maternity']);
});

test('prices as the world writes them', () => {
  const cases: Record<string, [number, string | null]> = {
    '1.299,00 €': [1299, 'EUR'],
    '12 500 ₦': [12_500, 'NGN'],
    'from 89': [89, null],
    'CHF 1’299.–': [1299, 'CHF'],
    '₹ 1,49,999': [149_999, 'INR'],
    'R$ 129,90': [129.9, 'BRL'],
    US$98: [98, 'USD'],
    'HK$ 499': [499, 'HKD'],
    '12,800円': [12_800, 'JPY'],
    '₺2.499,90': [2499.9, 'TRY'],
    '98.00USD': [98, 'USD'],
    '-20% 45 €': [45, 'EUR'],
    '٤٥ د.إ': [45, 'AED'],
    'NOW 45 USD': [45, 'USD'],
    '1299.000000': [1299, null],
    '1 299,50 kr': [1299.5, 'SEK'],
  };
  for (const [text, [amount, currency]] of Object.entries(cases)) assert.deepEqual(parsePrice(text), { amount, currency }, text);
  for (const text of ['', 'ask', '20%', '€']) assert.equal(parsePrice(text), null, text);
});
