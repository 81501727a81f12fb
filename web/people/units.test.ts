import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMixUp } from './unit-mix-up.ts';
import { fromWire, parseMeasure, toWire } from './units.ts';

const value = (n: number) => ({ kind: 'value', value: n });

test('numbers are read in the chosen units and kept in cm and kg', () => {
  assert.deepEqual(parseMeasure('chest_cm', '96', 'cm'), value(96));
  assert.deepEqual(parseMeasure('chest_cm', ' 96,5 ', 'cm'), value(96.5));
  assert.deepEqual(parseMeasure('chest_cm', '38', 'in'), value(96.5));
  assert.deepEqual(parseMeasure('weight_kg', '165', 'in'), value(74.8));
  assert.deepEqual(parseMeasure('age', '41', 'in'), value(41));
});

test('a unit that is written out wins over the toggle', () => {
  assert.deepEqual(parseMeasure('chest_cm', '38 in', 'cm'), value(96.5));
  assert.deepEqual(parseMeasure('chest_cm', '38 po', 'cm'), value(96.5));
  assert.deepEqual(parseMeasure('chest_cm', '38,5 Zoll', 'cm'), value(97.8));
  assert.deepEqual(parseMeasure('height_cm', '1.78 m', 'in'), value(178));
  assert.deepEqual(parseMeasure('height_cm', `5'10"`, 'cm'), value(177.8));
  assert.deepEqual(parseMeasure('height_cm', '5 ft 10', 'in'), value(177.8));
  assert.deepEqual(parseMeasure('height_cm', '6’', 'in'), value(182.9));
  assert.deepEqual(parseMeasure('weight_kg', '165lb', 'cm'), value(74.8));
});

test('what is not a measure is said to be unreadable, and nothing is empty', () => {
  assert.deepEqual(parseMeasure('chest_cm', '', 'cm'), { kind: 'empty' });
  for (const text of ['wide', '-4', '38 kg', '1e3', '9 6']) assert.deepEqual(parseMeasure('chest_cm', text, 'cm'), { kind: 'unreadable' });
  assert.deepEqual(parseMeasure('weight_kg', `5'10`, 'cm'), { kind: 'unreadable' });
});

test('there and back loses less than a tape can read', () => {
  for (let cm = 30; cm <= 220; cm += 0.7) {
    const back = toWire('chest_cm', fromWire('chest_cm', cm, 'in'), 'in');
    assert.ok(Math.abs(back - cm) <= 0.25, `${cm} came back as ${back}`);
  }
});

test('inches given as centimetres are recognised, and the other way round', () => {
  assert.deepEqual(findMixUp('chest_cm', 38, 'cm'), { value_cm: 96.5, unit: 'in', is_small: true });
  assert.deepEqual(findMixUp('height_cm', 1.8, 'cm'), { value_cm: 180, unit: 'm', is_small: true });
  assert.deepEqual(findMixUp('height_cm', 70, 'cm'), { value_cm: 177.8, unit: 'in', is_small: true });
  assert.deepEqual(findMixUp('waist_cm', 86 * 2.54, 'in'), { value_cm: 86, unit: 'cm', is_small: false });
});

test('usual bodies, children and measures nobody can mix up are left alone', () => {
  assert.equal(findMixUp('chest_cm', 96, 'cm'), null);
  assert.equal(findMixUp('chest_cm', 55, 'cm'), null);
  assert.equal(findMixUp('chest_cm', 162, 'cm'), null);
  assert.equal(findMixUp('weight_kg', 165, 'cm'), null);
  assert.equal(findMixUp('chest_cm', 7, 'cm'), null);
});
