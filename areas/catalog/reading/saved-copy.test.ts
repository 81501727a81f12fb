import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { readProductPage } from './read-product-page.ts';

const read = (link: string, is_handed_over = true) => readProductPage({ html: sampleProductPage(), link: new URL(link), is_handed_over });

for (const link of ['http://localhost:8080/saved.html', 'http://127.0.0.1/page', 'http://[::1]:4000/', 'http://192.168.1.4/jcrew.html']) {
  test(`a saved copy opened from ${link} is its shop's page`, () => {
    assert.equal(read(link).product_url, sampleProductUrl());
  });
}

test('a page at another shop’s address does not become J.Crew’s by claiming so', () => {
  assert.equal(read('https://shop.example/p/1').retailer, 'shop.example');
});

test('a page that was fetched from an address belongs to that address, whatever it claims', () => {
  assert.equal(read('http://93.184.216.34/x', false).retailer, '93.184.216.34');
});
