import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { linkKey } from './link-key.ts';
import { parseLink } from './parse-link.ts';
import { shopOf } from './shop.ts';

const key = (link: string) => linkKey(new URL(link));

test('links to one J.Crew product share a key, whatever tracks people in them', () => {
  const keys = [
    'https://www.jcrew.com/p/mens/categories/shirts/slug/BE996',
    'https://www.jcrew.com/p/be996?display=all&colorCode=YD7734',
    'https://jcrew.com/p/other/words/BE996/?utm_source=x#reviews',
  ].map(key);
  assert.deepEqual(new Set(keys), new Set(['jcrew/BE996']));
  assert.equal(key('https://www.jcrew.com/m/x/MP600?fit=Slim&colorProductCode=BE164&x=1'), 'jcrew/MP600?colorProductCode=BE164&fit=Slim');
});

test('elsewhere only what tracks people is dropped, and long links still have a short key', () => {
  assert.equal(key('https://www.a.example/x/?b=2&utm_campaign=y&a=1&gclid=z'), 'a.example/x?a=1&b=2');
  assert.notEqual(key('https://a.example/x?id=1'), key('https://a.example/x?id=2'));
  const [one, two] = ['a', 'b'].map((end) => key(`https://a.example/${'x'.repeat(1900)}${end}`));
  assert.ok(one!.length < 500 && one !== two);
});

test('J.Crew Factory is another shop', () => {
  assert.deepEqual(
    [shopOf(new URL('https://www.jcrew.com')).key, shopOf(new URL('https://factory.jcrew.com')).key],
    ['jcrew', 'factory.jcrew.com'],
  );
});

test('a link without https:// will do; what is no link is told so', () => {
  assert.equal(parseLink(' www.jcrew.com/p/x/BE996 ').href, 'https://www.jcrew.com/p/x/BE996');
  assert.equal(parseLink('http://www.jcrew.com/p/x/BE996').protocol, 'https:');
  for (const text of ['', 'oxford shirt', 'ftp://www.jcrew.com/p', 'javascript:alert(1)', 'BE996']) {
    assert.throws(
      () => parseLink(text),
      (error) => error instanceof AppError && error.code === 'catalog.bad_link',
      text,
    );
  }
});
