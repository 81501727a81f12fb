import { isSizeLabel } from '../words/order-sizes.ts';
import type { Tag, Visitor } from './walk-html.ts';

export interface ChooserSize {
  label: string;
  is_available: boolean | null;
}

const choosers_max = 200;
const options_max = 1000;
/** Of an option; longer ones are sentences. In characters. */
const label_max = 60;

const size_word = /(?:^|[^a-z])(?:sizes?|taille|gr(?:ö|oe)(?:ss|ß)e|talla|taglia|maat|storlek|rozmiar)(?:[^a-z]|$)/i;
/** Quickly tells most elements from choosers. */
const any_size = /size|taille|gr(?:ö|oe)|talla|taglia|maat|storlek|rozmiar/i;
const no_chooser = /(?:chart|guide|table|finder|help|advisor|font|page|image|img|file|filter|facet|refine)/i;
const options = new Set(['option', 'button', 'label', 'a', 'li', 'input', 'span', 'div']);
const sold_out = /\s*[-–—(:]?\s*(?:sold ?out|out of stock|unavailable|notify me|ausverkauft|épuisé|agotado|esaurito|not available).*$/i;
const off_class =
  /(?:^|[\s_-])(?:disabled|unselectable|out-of-stock|unavailable|sold-?out|soldout|crossed|oos|inactive|not-available)(?:$|[\s_-])/i;

interface Chooser {
  depth: number;
  sizes: Map<string, boolean | null>;
  /** Options that are no sizes. */
  others: number;
  /** Options looked at, the same ones over and over included. */
  looked_at: number;
  is_after_title: boolean;
}

interface Option {
  depth: number;
  text: string;
  is_off: boolean;
  has_inner: boolean;
}

/**
 * Collects what one can choose from in elements that call themselves sizes: lists of options, buttons, radios. `best()`
 * gives the first behind the title that offers at least two sizes and hardly anything else.
 */
export function collectSizeChoosers(): Visitor & { best: () => ChooserSize[] } {
  const choosers: Chooser[] = [];
  const waiting: Option[] = [];
  let open: Chooser | null = null;
  let is_after_title = false;

  const begin = (depth: number): void => {
    const last = choosers.at(-1);
    // Buttons that each say "size" of themselves are one chooser.
    if (last && last.depth === depth && last.is_after_title === is_after_title) {
      open = last;
      return;
    }
    if (choosers.length >= choosers_max) return;
    open = { depth, sizes: new Map(), others: 0, looked_at: 0, is_after_title };
    choosers.push(open);
  };
  const note = (text: string, is_off: boolean): void => {
    if (!open || (open.looked_at += 1) > options_max) return;
    const plain = text.replaceAll(/\s+/g, ' ').trim();
    const label = plain.replace(sold_out, '').trim();
    if (label === '' || label.length > label_max) return;
    if (isSizeLabel(label)) open.sizes.set(label, open.sizes.get(label) === true ? true : !(is_off || label !== plain));
    else open.others += 1;
  };

  return {
    best: () => bestOf(choosers),
    open: ({ name, attributes, depth, is_void }: Tag) => {
      if (name === 'h1') is_after_title = true;
      if (!open && !is_void && isChooser(name, attributes)) begin(depth);
      if (!open || !options.has(name)) return;
      const is_off =
        attributes.has('disabled') || attributes.get('aria-disabled') === 'true' || off_class.test(attributes.get('class') ?? '');
      if (name === 'input') {
        if (attributes.get('type') === 'radio')
          note(attributes.get('aria-label') ?? attributes.get('data-value') ?? attributes.get('value') ?? '', is_off);
      } else if (!is_void) {
        const around = waiting.at(-1);
        if (around) around.has_inner = true;
        waiting.push({ depth, text: '', is_off: is_off || (around?.is_off ?? false), has_inner: false });
      }
    },
    text: (text) => {
      const inner = waiting.at(-1);
      if (inner && inner.text.length <= label_max * 2) inner.text += text;
    },
    close: (depth) => {
      while ((waiting.at(-1)?.depth ?? -1) >= depth) {
        const { text, is_off } = waiting.pop()!;
        note(text, is_off);
      }
      if (open && open.depth >= depth) open = null;
    },
  };
}

const word_attributes = [
  'class',
  'id',
  'name',
  'aria-label',
  'data-testid',
  'data-attribute_name',
  'data-option-name',
  'data-attr',
  'data-name',
];
const no_chooser_tags = new Set(['a', 'script', 'html', 'body']);

function isChooser(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.size === 0 || no_chooser_tags.has(name)) return false;
  let words = '';
  for (const one of word_attributes) {
    const value = attributes.get(one);
    if (value !== undefined) words += `${value} `;
  }
  if (!any_size.test(words)) return false;
  const apart = words.slice(0, 400).replaceAll(/([a-z])([A-Z])/g, '$1-$2');
  return size_word.test(apart) && !no_chooser.test(apart);
}

/** Two sizes make a choice; a menu or a filter has many other entries. */
function bestOf(choosers: readonly Chooser[]): ChooserSize[] {
  const real = choosers.filter(({ sizes, others }) => sizes.size >= 2 && others <= sizes.size);
  const best = real.find((one) => one.is_after_title) ?? real[0];
  return best ? [...best.sizes].map(([label, is_available]) => ({ label, is_available })) : [];
}
