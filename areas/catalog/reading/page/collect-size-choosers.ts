import { isSizeLabel } from '../words/order-sizes.ts';
import { readSizeLabel } from '../words/size-label.ts';
import { chooserName, isChooser, isSizeCaption } from './chooser-words.ts';
import type { Tag, Visitor } from './walk-html.ts';

export interface ChooserSize {
  label: string;
  is_available: boolean | null;
}

const choosers_max = 200;
const options_max = 1000;
/** Of an option; longer ones are sentences. In characters. */
const label_max = 60;
/** A chooser that a caption begins ends with so many things that are no sizes: what follows is something else. */
const strangers_max = 3;

const options = new Set(['option', 'button', 'label', 'a', 'li', 'input', 'span', 'div']);
const sold_out =
  /\s*[-–—(:]?\s*(?:sold ?out|out of stock|unavailable|notify me|ausverkauft|épuisé|benachrichtigen|agotado|esaurito|not available|udsolgt|slut).*$/i;
/** `XS ($78.00)`, `M + €5`: what a size costs is no part of its name. */
const with_price = /\s*[([+–-]{0,2}\s*(?:[$€£¥₹₦]|(?:US|A|C)\$)\s?\d[\d.,]*\)?\s*$/;
const off_class =
  /(?:^|[\s_-])(?:disabled|unselectable|out-of-stock|unavailable|sold-?out|soldout|crossed|oos|inactive|not-available)(?:$|[\s_-])/i;

interface Chooser {
  /** It ends with the element at this depth. */
  depth: number;
  /** Radios of one name are one chooser, wherever they stand. */
  name: string | null;
  sizes: Map<string, boolean>;
  /** What radios have as their values; their labels count before them. */
  values: Map<string, boolean>;
  /** Options that are no sizes. */
  others: number;
  /** Options looked at, the same ones over and over included. */
  looked_at: number;
  is_after_title: boolean;
  /** Begun by the words before it and not by what the element calls itself. */
  is_captioned: boolean;
}

interface Option {
  depth: number;
  text: string;
  is_off: boolean;
  /** One thing that can be chosen: what stands beside its size says something of it. */
  unit: Unit | null;
  is_unit: boolean;
}

interface Unit {
  sizes: string[];
  strangers: number;
  is_off: boolean;
}

const unit_tags = new Set(['option', 'button', 'label', 'a', 'li']);

/**
 * Collects what one can choose from where it says "size": in an element's name or in the words before it; lists of options,
 * buttons, links, radios. `best()` gives the first behind the title that offers at least two sizes (or "one size") and hardly
 * anything else.
 */
export function collectSizeChoosers(): Visitor & { best: () => ChooserSize[] } {
  const choosers: Chooser[] = [];
  const waiting: Option[] = [];
  let open: Chooser | null = null;
  let depth_now = 0;
  let is_after_title = false;

  const begin = (
    depth: number,
    { name = null, is_captioned = false }: { name?: string | null; is_captioned?: boolean } = {},
  ): Chooser | null => {
    const last = choosers.at(-1);
    // Buttons that each say "size" of themselves are one chooser.
    if (last && last.depth === depth && last.name === name && !last.is_captioned && !is_captioned && last.is_after_title === is_after_title)
      return last;
    if (choosers.length >= choosers_max) return null;
    const chooser = { depth, name, sizes: new Map(), values: new Map(), others: 0, looked_at: 0, is_after_title, is_captioned };
    choosers.push(chooser);
    return chooser;
  };
  const noteRadio = (attributes: ReadonlyMap<string, string>, { depth, is_off }: { depth: number; is_off: boolean }): void => {
    const name = chooserName(attributes);
    const chooser = open ?? (name === null ? null : (choosers.find((one) => one.name === name) ?? begin(depth, { name })));
    const said = attributes.get('aria-label')?.replace(/^[^:]*\bsize\b\s*:?\s*/i, '');
    const label = [said, attributes.get('data-value'), attributes.get('value')].find((one) => one !== undefined && one !== '')?.trim();
    if (chooser && label !== undefined && chooser.values.size < options_max && isSizeLabel(label)) chooser.values.set(label, !is_off);
  };
  const end = (chooser: Chooser, option: Option): void => {
    if ((chooser.looked_at += 1) > options_max) return;
    const { unit } = option;
    const read = readOption(option);
    if (read?.is_size) {
      putSize(chooser.sizes, read.label, read.is_available);
      unit?.sizes.push(read.label);
    } else if (read && unit) {
      unit.strangers += 1;
      unit.is_off ||= sold_out.test(read.label);
    } else if (read) chooser.others += 1;
    if (!option.is_unit || !unit) return;
    if (unit.is_off) for (const label of unit.sizes) chooser.sizes.set(label, false);
    if (unit.sizes.length === 0 && unit.strangers > 0) chooser.others += 1;
  };

  return {
    best: () => bestOf(choosers),
    open: ({ name, attributes, depth, is_void }: Tag) => {
      depth_now = depth;
      if (name === 'h1') is_after_title = true;
      if ((!open || open.is_captioned) && !is_void && isChooser(name, attributes)) open = begin(depth);
      if (!options.has(name)) return;
      const is_off =
        attributes.has('disabled') || attributes.get('aria-disabled') === 'true' || off_class.test(attributes.get('class') ?? '');
      if (name === 'input') {
        if (attributes.get('type') === 'radio') noteRadio(attributes, { depth, is_off });
      } else if (!is_void && open) {
        const around = waiting.at(-1);
        const is_unit = unit_tags.has(name);
        const unit = is_unit ? { sizes: [], strangers: 0, is_off: false } : (around?.unit ?? null);
        waiting.push({ depth, text: '', is_off: is_off || (around?.is_off ?? false), unit, is_unit });
      }
    },
    text: (text) => {
      const inner = waiting.at(-1);
      if (inner && inner.text.length <= label_max * 2) inner.text += text;
      // The words stand in an element of their own, beside or above what they name.
      if (!open && isSizeCaption(text)) open = begin(Math.max(1, depth_now - 2), { is_captioned: true });
    },
    close: (depth) => {
      while ((waiting.at(-1)?.depth ?? -1) >= depth) {
        const option = waiting.pop()!;
        if (open) end(open, option);
      }
      const is_left = open !== null && (open.depth >= depth || (open.is_captioned && open.others >= strangers_max));
      if (is_left) open = null;
    },
  };
}

/** What an option says: a size with its stock, or something else; null for nothing, a sentence, or the caption itself. */
function readOption({ text, is_off }: Option): { label: string; is_size: boolean; is_available: boolean } | null {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const label = plain.replace(sold_out, '').replace(with_price, '').trim();
  if (plain === '' || plain.length > label_max || isSizeCaption(plain)) return null;
  if (!isSizeLabel(label)) return { label: plain, is_size: false, is_available: false };
  return { label, is_size: true, is_available: !is_off && label === plain.replace(with_price, '').trim() };
}

/** A size that stands twice can be had when one of them can. */
const putSize = (sizes: Map<string, boolean>, label: string, is_available: boolean): void =>
  void sizes.set(label, (sizes.get(label) ?? false) || is_available);

/** What labels say counts before the values of radios, which may be codes; both must be free. */
function sizesOf({ sizes, values }: Chooser): ReadonlyMap<string, boolean> {
  if (sizes.size === 0) return values;
  return new Map([...sizes].map(([label, is_available]) => [label, is_available && (values.get(label) ?? true)]));
}

/** Two sizes make a choice, and one that fits all; a menu or a filter has many other entries. */
function bestOf(choosers: readonly Chooser[]): ChooserSize[] {
  const real = choosers.filter((chooser) => {
    const labels = [...sizesOf(chooser).keys()];
    return labels.length >= 2
      ? chooser.others <= labels.length
      : labels.length === 1 && chooser.others === 0 && readSizeLabel(labels[0]!).kind === 'one_size';
  });
  const best = real.find((one) => one.is_after_title) ?? real[0];
  return best ? [...sizesOf(best)].map(([label, is_available]) => ({ label, is_available })) : [];
}
