/** Shops nest about 20 deep. Millions of brackets would parse, but hold the event loop for a second. */
const depth_max = 500;

/** Parses JSON that a page carries; undefined when it is broken, or nested deeper than any shop's. */
export function parseJson(text: string | null): unknown {
  if (text === null || depthOf(text) > depth_max) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Counts brackets outside strings, up to one beyond the bound. O(length). */
function depthOf(text: string): number {
  let [depth, deepest, is_string] = [0, 0, false];
  for (let i = 0; i < text.length && deepest <= depth_max; i += 1) {
    const character = text[i];
    if (is_string && character === '\\') i += 1;
    else if (character === '"') is_string = !is_string;
    else if (is_string) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}

/** Reads an own field of what may be anything; never reaches into prototypes, whatever the page calls its keys. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
