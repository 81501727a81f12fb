import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '#contract/people.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const change = (visitor: Visitor, prefs: object) => visitor.call<Person>('PATCH', '/v1/me', { prefs });

test('units and theme that nobody chose are told apart from those that somebody did', async () => {
  const visitor = await anonymousVisitor(house);
  const { body: first } = await visitor.call<Person>('GET', '/v1/me');
  assert.deepEqual([first.prefs.units, first.are_units_chosen, first.prefs.theme, first.is_theme_chosen], ['cm', false, 'system', false]);
  const { body: chosen } = await change(visitor, { units: 'cm', theme: 'system' });
  assert.deepEqual([chosen.are_units_chosen, chosen.is_theme_chosen, chosen.is_locale_chosen], [true, true, false]);
});

test('the theme follows the device until somebody chooses', async () => {
  const visitor = await anonymousVisitor(house);
  assert.equal((await visitor.call<Person>('GET', '/v1/me')).body.prefs.theme, 'system');
  assert.equal((await change(visitor, { theme: 'dark' })).body.prefs.theme, 'dark');
});

test('words are kept once, without the spaces around them', async () => {
  const visitor = await anonymousVisitor(house);
  const { body } = await change(visitor, { disliked: [' neon ', 'Neon', 'tight cuffs'], preferred_colors: ['écru', 'ÉCRU'] });
  assert.deepEqual([body.prefs.disliked, body.prefs.preferred_colors], [['neon', 'tight cuffs'], ['écru']]);
});

for (const [what, prefs] of [
  ['a language that we do not have', { locale: 'xx' }],
  ['a locale that is none', { locale: 'english' }],
  ['a currency that is none', { currency: 'ZZZ' }],
  ['a currency in small letters', { currency: 'eur' }],
  ['a theme that is none', { theme: 'sepia' }],
  ['a size system that is none', { size_system: 'XX' }],
  ['an empty word', { favorite_styles: ['workwear', '  '] }],
  ['a word without end', { disliked: ['x'.repeat(41)] }],
  ['a line break', { disliked: ['neon\nwool'] }],
  ['more words than anybody means', { preferred_colors: Array.from({ length: 51 }, (_, n) => `c${n}`) }],
  ['a word where a list belongs', { preferred_colors: 'red' }],
] as const) {
  test(`preferences with ${what} are refused with the field named, and the others of the same change are not kept`, async () => {
    const visitor = await anonymousVisitor(house);
    const { status, body } = await change(visitor, { units: 'in', ...prefs });
    assert.deepEqual([status, body.error.code], [400, 'request.invalid']);
    const [field] = Object.keys(prefs);
    assert.ok(
      Object.keys(body.error.fields ?? {}).some((name) => name.startsWith(`prefs.${field}`)),
      JSON.stringify(body.error.fields),
    );
    assert.equal((await visitor.call<Person>('GET', '/v1/me')).body.prefs.units, 'cm');
  });
}

test('a choice of an older version that is no longer offered still lets its owner in', async () => {
  const visitor = await anonymousVisitor(house);
  await house.platform.database.pool.query(`update people_persons set prefs = '{"locale": "nl-NL"}' where id = $1`, [visitor.person_id]);
  const { status, body } = await visitor.call<Person>('GET', '/v1/me');
  assert.deepEqual([status, body.prefs.locale], [200, 'nl-NL']);
});

test('an answer tells a language that was chosen from the one that everybody begins with', async () => {
  const visitor = await anonymousVisitor(house);
  const { body: first } = await visitor.call<Person>('GET', '/v1/me');
  assert.deepEqual([first.prefs.locale, first.is_locale_chosen], ['en', false]);
  const { body: chosen } = await change(visitor, { locale: 'en' });
  assert.deepEqual([chosen.prefs.locale, chosen.is_locale_chosen], ['en', true]);
});
