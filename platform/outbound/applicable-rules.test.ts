import assert from 'node:assert/strict';
import { test } from 'node:test';
import robotsParser from 'robots-parser';
import { applicableRules } from './applicable-rules.ts';

const parseRobots = robotsParser as unknown as typeof robotsParser.default;
const at = (path: string): string => `https://shop.test${path}`;
const isForbidden = (text: string, path: string): boolean =>
  parseRobots(at('/robots.txt'), text).isDisallowed(at(path), 'ToileBot') ?? true;

test('the groups with our name are kept, else those for all, and nothing of the others', () => {
  const others = 'User-agent: Other\nDisallow: /\n\nSitemap: https://shop.test/map.xml\n';
  const all = 'User-agent: Another\nUser-agent: *\n\nDisallow: /all # for all\nno rule\nCrawl-delay: 3\n';
  const ours = 'user-agent: toilebot/0.1\r\nAllow: /ours/open\r\nDisallow: /ours\r\n';
  assert.equal(applicableRules(others, 'ToileBot'), '');
  assert.equal(applicableRules(others + all, 'ToileBot'), 'User-agent: *\nCrawl-delay: 3\nDisallow: /all\n');
  assert.equal(applicableRules(ours + all + others + ours, 'ToileBot'), 'User-agent: *\nAllow: /ours/open\nDisallow: /ours\n');
  assert.equal(isForbidden(applicableRules(`${all}User-agent: ToileBot\nDisallow:\n`, 'ToileBot'), '/all'), false);
});

test('a list of names ends at any other line, as the parser reads it', () => {
  for (const text of [
    'User-agent: *\nSitemap: /x\nUser-agent: Other\nDisallow: /a\n',
    'User-agent: *\n# no line\n\nUser-agent: Other\nDisallow: /a\n',
    'Disallow: /a\nUser-agent: ToileBot\nUser-agent: *\nDisallow: /b\n',
    'User-agent: *\nDisallow: /a$\nAllow: /a*b\nDisallow: /a%c3%a9\nDisallow: /é\n',
  ])
    for (const path of ['/', '/a', '/ab', '/b', '/a%C3%A9', '/%C3%A9'])
      assert.equal(isForbidden(applicableRules(text, 'ToileBot'), path), isForbidden(text, path), `${path} by ${text}`);
});

test('more rules than are kept forbid more, never less, and leave the rest of the shop open', () => {
  const paths = Array.from({ length: 9000 }, (_, n) => `/account/orders/%c3%a9/${n}/details-of-it`);
  const text = `User-agent: *\nCrawl-delay: 2\nAllow: /account/orders/%c3%a9/7\n${paths.map((path) => `Disallow: ${path}\n`).join('')}`;
  const kept = applicableRules(text, 'ToileBot');
  assert.ok(text.length > 400_000 && kept.length <= 32_000, `${kept.length}`);
  for (const path of paths) assert.ok(isForbidden(kept, path), path);
  assert.equal(isForbidden(kept, '/p/oxford'), false);
  assert.match(kept, /Crawl-delay: 2/);
});

test('rules that share no beginning at all, and too many of them, forbid everything', () => {
  const text = `User-agent: *\n${Array.from({ length: 40_000 }, (_, n) => `Disallow:${String.fromCodePoint(0x4e00 + n)}\n`).join('')}`;
  assert.ok(isForbidden(applicableRules(text, 'ToileBot'), '/p'));
});
