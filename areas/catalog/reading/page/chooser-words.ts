const word = String.raw`sizes?|tailles?|gr(?:ö|oe)(?:(?:ss|ß)e|(?:ss|ß)en)|tallas?|tagli[ae]|maten?|storlek(?:ar)?|størrelse|rozmiar|koko|サイズ|尺码|尺寸`;
const size_word = new RegExp(`(?:^|[^a-z])(?:${word})(?:[^a-z]|$)`, 'i');
/** Quickly tells most elements from choosers. */
const any_size = /size|taille|gr(?:ö|oe)|talla|tagli|maat|maten|storlek|størrelse|rozmiar/i;
const no_chooser = /(?:chart|guide|table|finder|help|advisor|font|page-size|image|img|file|filter|facet|refine)/i;
const caption = new RegExp(
  `^[\\s*]*(?:(?:select|choose|pick|wählen?|choisir|välj|elige|scegli|kies)\\s)?(?:an?\\s|your\\s|la\\s|tu\\s|votre\\s|een\\s)?(?:(?:shoe|waist|your|us|uk|eu)\\s)?(?:${word})(?:\\s?\\((?:us|uk|eu|it|fr|de|eur)\\))?(?:\\s(?:wählen|kiezen))?\\s*[:*]?\\s*$`,
  'i',
);

const word_attributes = [
  'class',
  'id',
  'name',
  'aria-label',
  'data-testid',
  'data-test-id',
  'data-test',
  'data-auto-id',
  'data-hook',
  'automation-id',
  'data-attribute_name',
  'data-option-name',
  'data-attr',
  'data-name',
];
const no_chooser_tags = new Set(['a', 'script', 'html', 'body', 'input']);

/** Tells whether words before something name it a choice of sizes: `Size`, `Select a size:`, `Größe`, `Size (UK)`. */
export const isSizeCaption = (text: string): boolean => text.length < 60 && any_caption.test(text) && caption.test(text.trim());
const any_caption = new RegExp(word, 'i');

/** Tells whether an element calls itself a choice of sizes. A chart or a filter of sizes is none, unless it is labelled just "Size". */
export function isChooser(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.size === 0 || no_chooser_tags.has(name)) return false;
  const label = attributes.get('aria-label');
  if (label !== undefined && isSizeCaption(label)) return true;
  const words = wordsOf(attributes);
  return words !== '' && size_word.test(words) && !no_chooser.test(words);
}

/** The name under which radios of sizes belong together; null for other radios. */
export function chooserName(attributes: ReadonlyMap<string, string>): string | null {
  const name = attributes.get('name') ?? '';
  return any_size.test(name) && size_word.test(apart(name)) && !no_chooser.test(name) ? name : null;
}

function wordsOf(attributes: ReadonlyMap<string, string>): string {
  let words = '';
  for (const one of word_attributes) {
    const value = attributes.get(one);
    if (value !== undefined) words += `${value} `;
  }
  return any_size.test(words) ? apart(words.slice(0, 400)) : '';
}

/** `sizeSelector` → `size-Selector`. */
const apart = (words: string): string => words.replaceAll(/([a-z])([A-Z])/g, '$1-$2');
