import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('a height in two units is read in any usual spelling', () => {
  const spellings = [
    `5'10"`,
    `5’10”`,
    `5' 10`,
    `5′10″`,
    `5'10''`,
    '5ft10',
    '5 ft 10 in',
    '5 feet 10 inches',
    '5 foot 10',
    '5 Fuß 10 Zoll',
    '5 pieds 10 pouces',
  ];
  for (const text of [...spellings, '5-10', '5 10', '5/10'])
    for (const units of ['cm', 'in'] as const) assert.deepEqual(parseMeasure('height_cm', text, units), value(177.8), `${text} ${units}`);
  assert.deepEqual(parseMeasure('height_cm', '5 ft 10½', 'cm'), value(179.1));
  for (const text of ['1m78', '1 m 78', '1,78 m', '1.78m']) assert.deepEqual(parseMeasure('height_cm', text, 'in'), value(178), text);
  for (const text of [`5'14"`, '1 78', '5-12', '8 10'])
    assert.deepEqual(parseMeasure('height_cm', text, 'cm'), { kind: 'unreadable' }, text);
});

test('stones and pounds are read, as many as a stone has', () => {
  for (const text of ['12 st', '12st', '12 stone']) assert.deepEqual(parseMeasure('weight_kg', text, 'cm'), value(76.2), text);
  for (const text of ['12 st 6', '12st6lb', '12 stone 6 pounds'])
    assert.deepEqual(parseMeasure('weight_kg', text, 'in'), value(78.9), text);
  assert.deepEqual(parseMeasure('weight_kg', '12 st 14', 'cm'), { kind: 'unreadable' });
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
