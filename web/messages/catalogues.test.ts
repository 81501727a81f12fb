import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { error_codes } from '#contract/error-codes.ts';
import en from './en.json' with { type: 'json' };
import { languages, loadMessages } from './languages.ts';

const english: Record<string, string> = en;
const keys = Object.keys(english);
const of_codes = 'error_code.';
/** Codes that no page meets: only whoever runs Toile, on a command line, and the programs of integrators. */
const not_met = ['catalog.bad_feed', 'fit.too_many_outcomes', 'inbox.bad_endpoint', 'inbox.too_many_endpoints'];
/** A short text is a label or a button, with its place measured out; some words are just longer. In characters. */
const longer_max = { times: 1.6, or_by: 13 };

const catalogues = await Promise.all(
  languages.map(async (language) => [language, (await loadMessages[language]()) as Record<string, string>] as const),
);
const others = catalogues.filter(([language]) => language !== 'en');

test('every language says what English says, no less and no more', () => {
  for (const [language, messages] of others) {
    const said = Object.keys(messages).filter((key) => !key.startsWith(of_codes));
    assert.deepEqual([...said].sort(), [...keys].sort(), language);
  }
});

test('every error that a shopper can meet is said in every other language; English is what the server says', () => {
  assert.deepEqual(
    keys.filter((key) => key.startsWith(of_codes)),
    [],
  );
  for (const [language, messages] of others) {
    const said = Object.keys(messages)
      .filter((key) => key.startsWith(of_codes))
      .map((key) => key.slice(of_codes.length));
    const codes = Object.keys(error_codes).filter((code) => !not_met.includes(code));
    assert.deepEqual([...said].sort(), [...codes].sort(), language);
  }
});

test('every message is well-formed, and each of its plurals has the forms of its language', () => {
  for (const [language, messages] of catalogues) {
    const forms = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
    for (const [key, text] of Object.entries(messages)) {
      const { plurals } = readMessage(text, language);
      for (const form of plurals) assert.ok(forms.has(form) || /^=\d+$/.test(form), `${language} ${key}: no plural form "${form}"`);
    }
  }
});

test('every translation fills in the same values and chooses between the same cases', () => {
  for (const [language, messages] of others) {
    for (const key of keys) {
      const [said, meant] = [readMessage(messages[key]!, language), readMessage(english[key]!, 'en')];
      assert.deepEqual([...said.names].sort(), [...meant.names].sort(), `${language} ${key}`);
      for (const [name, cases] of said.choices) {
        const of_english = meant.choices.get(name);
        if (of_english) assert.deepEqual([...cases].sort(), [...of_english].sort(), `${language} ${key}: {${name}}`);
      }
    }
  }
});

test('nothing was left in English, and nothing grew past its place', () => {
  for (const [language, messages] of others) {
    for (const key of keys) {
      const [said, meant] = [messages[key]!, english[key]!];
      const words = meant.replaceAll(/\{[^}]*\}/g, '').replaceAll(/[^\p{L}]/gu, '');
      assert.ok(words.length < 12 || said !== meant, `${language} ${key} is English`);
      const [length, english_length] = [longestOf(partsOf(said, language)), longestOf(partsOf(meant, 'en'))];
      const length_max = Math.max(english_length * longer_max.times, english_length + longer_max.or_by);
      assert.ok(length <= length_max, `${language} ${key}: ${length} characters instead of ${english_length}: ${said}`);
    }
  }
});

test('messages keep the voice: no exclamation marks, no straight apostrophes that ICU would swallow', () => {
  for (const [language, messages] of catalogues) {
    for (const [key, text] of Object.entries(messages)) {
      assert.ok(!text.includes('!'), `${language} ${key}`);
      assert.ok(!/\p{L}'\p{L}/u.test(text), `${language} ${key}`);
    }
  }
});

test('French parts its marks by a space that never breaks, and keeps guillemets with their words', () => {
  const [, messages] = others.find(([language]) => language === 'fr')!;
  for (const [key, text] of Object.entries(messages)) {
    assert.ok(!/ [;:?»]|« |\p{L}[;?»]|\p{L}: /u.test(text), `fr ${key}: ${text}`);
  }
});

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
/** The parser's numbers for text and for the `#` of a plural, which name nothing. */
const unnamed: readonly number[] = [0, 7];

/** Reads what a message fills in and chooses between; throws when it is not well-formed. */
function readMessage(text: string, language: string) {
  const names = new Set<string>();
  const choices = new Map<string, Set<string>>();
  const plurals = new Set<string>();
  const visit = (part: Part): void => {
    if (unnamed.includes(part.type) || !('value' in part)) return;
    names.add(part.value);
    if (!('options' in part)) return;
    const cases = Object.keys(part.options);
    if ('pluralType' in part) for (const form of cases) plurals.add(form);
    else choices.set(part.value, new Set([...(choices.get(part.value) ?? []), ...cases]));
    for (const { value } of Object.values(part.options)) for (const inner of value) visit(inner);
  };
  for (const part of partsOf(text, language)) visit(part);
  return { names, choices, plurals };
}

const partsOf = (text: string, language: string): Part[] => new IntlMessageFormat(text, language).getAst();

/** How many characters of its own a message comes to in its longest case. */
function longestOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if ('options' in part) return sum + Math.max(...Object.values(part.options).map(({ value }) => longestOf(value)));
    return sum + (part.type === unnamed[0] && 'value' in part ? part.value.length : 0);
  }, 0);
}
