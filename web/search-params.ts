type Search = Record<string, unknown>;

/** Reads the query of an address: a name given once is a text, one given more often a list. Nothing is guessed into numbers. */
export function parseSearch(text: string): Search {
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/** Writes a query as forms do, so that an address reads like a sentence: `?category=dress&size=S&size=M`. Empty is left out. */
export function stringifySearch(search: Search): string {
  const params = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((one) => one !== undefined && one !== null && one !== '')
        .map((one): [string, string] => [name, String(one)]),
    ),
  );
  return params.size > 0 ? `?${params.toString()}` : '';
}
