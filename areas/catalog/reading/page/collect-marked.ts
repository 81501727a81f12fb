import type { Tag, Visitor } from './walk-html.ts';

/** An element that some shop's rules ask for by its id. */
export interface MarkedElement {
  text: string;
  attributes: ReadonlyMap<string, string>;
}

const text_max = 20_000;

/** Amazon's names for what it shows; they have stood for a decade. */
const marks = new Set([
  'productTitle',
  'bylineInfo',
  'landingImage',
  'imgBlkFront',
  'price_inside_buybox',
  'priceblock_ourprice',
  'priceblock_saleprice',
  'priceblock_dealprice',
  'corePrice_feature_div',
  'corePriceDisplay_desktop_feature_div',
  'apex_desktop',
  'twister-plus-price-data-price',
  'native_dropdown_selected_size_name',
  'wayfinding-breadcrumbs_feature_div',
  'captchacharacters',
]);

/** Collects the elements that bear one of those ids, each once. */
export function collectMarked(): Visitor & { found: ReadonlyMap<string, MarkedElement> } {
  const found = new Map<string, MarkedElement>();
  const waiting: { depth: number; id: string }[] = [];
  return {
    found,
    open: ({ attributes, depth, is_void }: Tag): void => {
      const id = attributes.get('id');
      if (id === undefined || !marks.has(id) || found.has(id)) return;
      found.set(id, { text: '', attributes });
      if (!is_void) waiting.push({ depth, id });
    },
    text: (text: string): void => {
      for (const { id } of waiting) {
        const mark = found.get(id)!;
        if (mark.text.length < text_max) mark.text += text;
      }
    },
    close: (depth: number): void => {
      while ((waiting.at(-1)?.depth ?? -1) >= depth) waiting.pop();
    },
  };
}
