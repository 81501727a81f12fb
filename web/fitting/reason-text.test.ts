import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QualityNote } from '#contract/catalog.ts';
import type { AdviceReason } from '#contract/fit.ts';
import de from '#web/messages/de.json' with { type: 'json' };
import en from '#web/messages/en.json' with { type: 'json' };
import fr from '#web/messages/fr.json' with { type: 'json' };
import { createTranslate } from '#web/messages/translate.ts';
import { qualityText } from './quality-text.ts';
import { reasonText } from './reason-text.ts';

const [english, french, german] = [createTranslate('en', en), createTranslate('fr', fr), createTranslate('de', de)];
const room: AdviceReason = {
  code: 'room',
  name: 'chest',
  room_cm: 9.2,
  liked_cm: [5.8, 10.1],
  basis: 'learned',
  is_known: true,
  text: 'as the server words it',
};
/** Spaces that never break are as good as others to whoever reads a test. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('a reason is worded in the language and the units of the screen, whatever the server wrote', () => {
  assert.equal(reasonText(english, room, 'cm'), 'Chest: 9 cm of room, you like 6 to 10.');
  assert.equal(reasonText(english, room, 'in'), 'Chest: 3.5 in of room, you like 2.5 to 4.');
  assert.equal(plain(reasonText(french, room, 'in')), 'Poitrine : 3,5 po d’aisance, vous aimez 2,5 à 4.');
  assert.equal(plain(reasonText(german, room, 'cm')), 'Brust: 9 cm Spielraum, Sie mögen 6 bis 10.');
});

test('a guess says about, and what is tighter than the body says by how much', () => {
  const tight: AdviceReason = { ...room, room_cm: -3, is_known: false, basis: 'population' };
  assert.equal(reasonText(english, tight, 'cm'), 'Chest: about 3 cm under your own measure, most people like 6 to 10.');
  assert.equal(plain(reasonText(german, tight, 'cm')), 'Brust: etwa 3 cm unter Ihrem Maß, die meisten mögen 6 bis 10.');
});

test('what others found of a garment is told by how much, in the units of the screen', () => {
  const runs: AdviceReason = { code: 'runs', side: 'small', by_cm: 2.6, tried: 40, is_known: true, text: '' };
  assert.equal(reasonText(english, runs, 'cm'), 'Others found that it runs small, by about 3 cm.');
  assert.equal(plain(reasonText(german, { ...runs, side: 'large' }, 'cm')), 'Andere fanden, dass es groß ausfällt, um etwa 3 cm.');
  assert.equal(plain(reasonText(french, runs, 'in')), 'D’autres ont trouvé qu’il taille petit, d’environ 1 po.');
});

test('what others did is counted', () => {
  const others: AdviceReason = { code: 'kept_by_others', size: 'M', tried: 5, kept: 1, is_known: true, text: '' };
  assert.equal(reasonText(english, others, 'cm'), 'Of 5 who tried the M here, 1 kept it.');
  assert.equal(reasonText(french, { ...others, kept: 4 }, 'cm'), 'Sur 5 qui ont essayé la taille M ici, 4 l’ont gardée.');
});

test('a note on a page names what it names in the shopper’s language', () => {
  const spans: QualityNote = { code: 'price_spans', message: 'English', values: { low: 49.5, high: 89, currency: 'EUR' } };
  assert.equal(plain(qualityText(german, spans, 'cm')), 'Die Preise reichen von 49,50 € bis 89,00 €, je nach Farbe oder Größe.');
  const charts: QualityNote = {
    code: 'chart_disagrees',
    message: 'English',
    values: { size: 'M', name: 'waist', source: 'A', other_source: 'B', here_cm: [81.3, 86.4], there_cm: [76.2, 78.7] },
  };
  assert.match(plain(qualityText(french, charts, 'in')), /pour M, A dit tour de taille 32 à 34 po, B dit 30 à 31 po/);
});

test('a note kept before notes had values stays as it was written', () => {
  const kept: QualityNote = { code: 'several_fits', message: 'Also sold in other fits (tall); this advice is for the one you opened.' };
  assert.equal(qualityText(german, kept, 'cm'), kept.message);
});
