import type { GarmentTags, Guess } from './garment-tags.ts';

/** What an owner said of a garment; a tag that is not named was not touched. Confirming a guess is saying the same. */
export type TagEdits = {
  category?: GarmentTags['category']['value'];
  colors?: Pick<GarmentTags['colors'][number], 'lab' | 'name' | 'share'>[];
  pattern?: GarmentTags['pattern']['value'];
  seasons?: GarmentTags['seasons']['value'];
  formality?: number;
};

/** A tag as a page shows it: basted while it is a guess, sewn on once its owner said so. */
export interface ShownTag<T> {
  value: T;
  confidence: number;
  is_basted: boolean;
}
/** `second` is offered only while the category is a doubtful guess. */
export interface ShownTags {
  category: ShownTag<GarmentTags['category']['value']> & { second?: GarmentTags['category']['second'] };
  colors: ShownTag<NonNullable<TagEdits['colors']>>;
  pattern: ShownTag<GarmentTags['pattern']['value']>;
  seasons: ShownTag<GarmentTags['seasons']['value']>;
  formality: ShownTag<number>;
}

/** Lays what the owner said over what was guessed. Edits are kept apart from guesses, so tagging anew never overwrites one. */
export function shownTags(guesses: GarmentTags, edits: TagEdits): ShownTags {
  const { second, ...category } = guesses.category;
  const shown = show(category, edits.category);
  return {
    category: shown.is_basted && second ? { ...shown, second } : shown,
    colors: show({ value: guesses.colors, confidence: Math.min(1, ...guesses.colors.map(({ confidence }) => confidence)) }, edits.colors),
    pattern: show(guesses.pattern, edits.pattern),
    seasons: show(guesses.seasons, edits.seasons),
    formality: show(guesses.formality, edits.formality),
  };
}

function show<T>(guess: Guess<T>, edit: T | undefined): ShownTag<T> {
  return edit === undefined ? { ...guess, is_basted: true } : { value: edit, confidence: 1, is_basted: false };
}
