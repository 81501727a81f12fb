/** Parses JSON that a page carries; undefined when it is broken. Deep nesting is safe: the engine parses without recursion. */
export function parseJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads an own field of what may be anything; never reaches into prototypes, whatever the page calls its keys. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
