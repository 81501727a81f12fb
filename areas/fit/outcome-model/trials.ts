/** How a size turned out, from small to large. */
export const outcome_words = ['small', 'fit', 'large'] as const;
export const fit_outcome = 1;

/** Which numbers and words are told of trials beside who, what and which size. */
export type TrialSchema = { numbers: readonly string[]; words: readonly string[] };

/** One size of one product that somebody tried; `outcome` is an index into `outcome_words`, null while it is asked for. */
export type Trial = {
  /** Tells only which trials are one person's; it is never learned. */
  shopper: string;
  product: string;
  brand: string | null;
  category: string;
  size: string;
  /** Where the size stands on one scale for all products, larger for larger bodies: a size number, or the cm it is made for. */
  size_value: number;
  numbers: Readonly<Record<string, number | null | undefined>>;
  words: Readonly<Record<string, string | null | undefined>>;
  outcome: number | null;
};

/** Which code each word of a column has; a word that was not seen in training has none (-1). */
export type Vocabulary = { names: readonly string[]; codes: readonly ReadonlyMap<string, number>[] };

/** Trials by columns. `words[c]`: Int32Array [count] of codes; `numbers[c]`: Float64Array [count], NaN for unknown. */
export type TrialColumns = {
  count: number;
  words: Int32Array[];
  numbers: Float64Array[];
  size_value: Float64Array;
  /** 255 where the outcome is not known. */
  outcome: Uint8Array;
};
const unknown_outcome = 255;

/** The words that every trial has, in the order of the columns; those of the schema follow. */
export const fixed_words = ['product', 'brand', 'category', 'size'] as const;

/** Collects the words of all trials; their codes are in order of first appearance. */
export function collectWords(trials: readonly Trial[], schema: TrialSchema): Vocabulary {
  const names = [...fixed_words, ...schema.words];
  const codes = names.map((name) => {
    const known = new Map<string, number>();
    for (const trial of trials) {
      const word = wordOf(trial, name);
      if (word !== null && !known.has(word)) known.set(word, known.size);
    }
    return known;
  });
  return { names, codes };
}

/** Lays trials out in columns. */
export function layOutTrials(trials: readonly Trial[], schema: TrialSchema, { names, codes }: Vocabulary): TrialColumns {
  return {
    count: trials.length,
    words: names.map((name, c) => Int32Array.from(trials, (trial) => codes[c]!.get(wordOf(trial, name) ?? '') ?? -1)),
    numbers: schema.numbers.map((name) => Float64Array.from(trials, ({ numbers }) => numbers[name] ?? NaN)),
    size_value: Float64Array.from(trials, ({ size_value }) => size_value),
    outcome: Uint8Array.from(trials, ({ outcome }) => outcome ?? unknown_outcome),
  };
}

function wordOf(trial: Trial, name: string): string | null {
  switch (name) {
    case 'product':
    case 'brand':
    case 'category':
    case 'size':
      return trial[name];
    default:
      return trial.words[name] ?? null;
  }
}
