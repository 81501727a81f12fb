import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorFamily } from './color-family.ts';

/** Colours of cloth as shops name them, and where somebody would look for them. */
const cases: Record<string, string> = {
  'ink black #17150f': 'black',
  'charcoal #3f4044': 'grey',
  'grey marl #9b9b9b': 'grey',
  'optic white #fafafa': 'white',
  'off-white #f7f4ee': 'white',
  'ecru #e8e0cc': 'beige',
  'sand #d6c4a2': 'beige',
  'camel #b58a55': 'brown',
  'chocolate #4b3226': 'brown',
  'rust #a8482a': 'orange',
  'brick #9c3b2a': 'red',
  'scarlet #c81e1e': 'red',
  'burgundy #5e1a25': 'red',
  'blush #eebfbf': 'pink',
  'fuchsia #d62c8a': 'pink',
  'mustard #cf9f2b': 'yellow',
  'olive #5d5b33': 'green',
  'forest #234d35': 'green',
  'sage #9caf92': 'green',
  'navy #1c2740': 'blue',
  'French blue #2f5d9b': 'blue',
  'sky #a9c9e8': 'blue',
  'indigo #2b3a67': 'blue',
  'plum #5b2a5e': 'purple',
  'lilac #b9a2d8': 'purple',
};

for (const [named, family] of Object.entries(cases)) {
  test(`${named} is looked for under ${family}`, () => {
    assert.equal(colorFamily(named.slice(-7)), family);
  });
}
