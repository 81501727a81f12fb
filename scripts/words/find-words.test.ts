import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findWords } from './find-words.ts';

const wordsIn = (jsx: string): string[] => findWords(new Map([['web/a.tsx', `export const A = () => ${jsx};`]])).map(({ words }) => words);

const planted: [string, string, string][] = [
  ['text between tags', '<p>Your size</p>', 'Your size'],
  ['text in a fragment', '<>Your size</>', 'Your size'],
  ['text in braces', '<p>{"Your size"}</p>', 'Your size'],
  ['one arm of a choice', '<p>{sure ? t("a.sure") : "a guess"}</p>', 'a guess'],
  ['what is said only sometimes', '<p>{sure && "for sure"}</p>', 'for sure'],
  ['a template', '<p>{`take the ${size}`}</p>', 'take the'],
  ['a sum', '<p>{"take " + size}</p>', 'take'],
  ['a name for who listens', '<button aria-label="Close" />', 'Close'],
  ['a name in braces', '<button aria-label={`Remove ${name}`} />', 'Remove'],
  ['the words of a picture', '<img alt="A navy sweater" />', 'A navy sweater'],
  ['an example in a field', '<input placeholder="jcrew.com" />', 'jcrew.com'],
  ['a label of our own component', '<Field label="Brand" />', 'Brand'],
  ['words deep inside', '<ul>{all.map((one) => <li key={one}><b>New</b>{one}</li>)}</ul>', 'New'],
];

for (const [name, jsx, words] of planted) test(`words in code are found: ${name}`, () => assert.deepEqual(wordsIn(jsx), [words]));

test('what is from the catalogue, or says nothing, passes', () => {
  assert.deepEqual(wordsIn('<p className="small b" data-kind="guess" key="a">{t("a.sure")} · {size}, 12 %</p>'), []);
  assert.deepEqual(wordsIn('<Field label={t("a.brand")} name="brand" type="text" autoComplete="off" />'), []);
});

test('it says in which line', () => {
  const [found] = findWords(new Map([['web/a.tsx', '\n\nexport const A = () => (\n  <p>\n    Hello\n  </p>\n);']]));
  assert.equal(found?.line, 5);
});

test('a file that cannot be read is a failure, not a pass', () => {
  assert.throws(() => wordsIn('<p>'), /cannot be read/);
});
