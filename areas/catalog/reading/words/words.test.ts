import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cleanText } from './clean-text.ts';
import { orderSizes } from './order-sizes.ts';
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
    'Leather boots': 'other',
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
