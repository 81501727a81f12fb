import { decodeHTML } from 'entities';
import { jsonrepair } from 'jsonrepair';

/** Shops nest about 20 deep. Millions of brackets would parse, but hold the event loop for a second. */
const depth_max = 500;
/** Mending costs several passes; what is broken and longer is left alone. In characters. */
const mend_max = 300_000;

/** Parses JSON that a page carries; undefined when it is broken, or nested deeper than any shop's. */
export function parseJson(text: string | null): unknown {
  if (text === null || depthOf(text) > depth_max) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Parses JSON as templates write it too: in a comment or CDATA, with entities, line breaks inside of texts, a comma or
 * semicolon too many, an end that is missing. undefined where nothing sensible is left.
 */
export function parseLooseJson(text: string): unknown {
  const parsed = parseJson(text);
  if (parsed !== undefined || text.length > mend_max) return parsed;
  const bare = text
    .replace(/^[\s\uFEFF]*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/, '')
    .replace(/;\s*$/, '')
    .trim();
  const plain = /^[[{]\s*&quot;/.test(bare) ? decodeHTML(bare) : bare;
  // Only what begins as data: the mender would make a text out of anything.
  if (!/^[[{]/.test(plain) || depthOf(plain) > depth_max) return undefined;
  try {
    return JSON.parse(jsonrepair(plain)) as unknown;
  } catch {
    return undefined;
  }
}

/** Parses the value that begins at the first bracket at or behind `from`, whatever follows it: `var meta = {…}; …`. */
export function parseJsonAt(text: string, from: number): unknown {
  const start = /[[{]/g;
  start.lastIndex = from;
  const at = start.exec(text)?.index;
  const end = at === undefined ? null : endOfValue(text, at);
  return at === undefined || end === null ? undefined : parseJson(text.slice(at, end));
}

/** Counts brackets outside strings, up to one beyond the bound. O(length). */
function depthOf(text: string): number {
  let deepest = 0;
  walkBrackets(text, 0, (depth) => {
    deepest = Math.max(deepest, depth);
    return deepest <= depth_max;
  });
  return deepest;
}

/** Behind the bracket that closes the one at `from`; null where none does. */
function endOfValue(text: string, from: number): number | null {
  let end: number | null = null;
  walkBrackets(text, from, (depth, at) => {
    if (depth === 0) end = at + 1;
    return depth > 0 && depth <= depth_max;
  });
  return end;
}

const [quote, backslash, open_list, close_list, open_object, close_object] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Visits the brackets outside of strings, with the depth behind each, until `visit` says stop. By codes: it sees every character of every page. */
function walkBrackets(text: string, from: number, visit: (depth: number, at: number) => boolean): void {
  let [depth, is_string] = [0, false];
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (is_string) {
      if (code === backslash) at += 1;
      else if (code === quote) is_string = false;
    } else if (code === quote) is_string = true;
    else if (code === open_list || code === open_object) {
      if (!visit((depth += 1), at)) return;
    } else if ((code === close_list || code === close_object) && !visit((depth -= 1), at)) return;
  }
}

/** Reads an own field of what may be anything; never reaches into prototypes, whatever the page calls its keys. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** Follows fields one after the other. */
export const fieldAt = (value: unknown, ...names: readonly string[]): unknown => names.reduce(field, value);

/** A list as it is, nothing as an empty one, anything else as the only entry. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** A text that says something, or null. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
