import { fileURLToPath } from 'node:url';
import { type Font, openSync } from 'fontkit';

/** A piece of text to be set, with its left end and baseline in px. */
export interface TextLine {
  text: string;
  font: 'display' | 'sans';
  size_px: number;
  x: number;
  y: number;
  color: string;
}

export interface TextBlock extends TextLine {
  /** Where lines break, px. */
  width_max: number;
  lines_max: number;
}

/** As files, because pictures are drawn without the machine's own fonts: the same everywhere. */
const files = {
  display: '@fontsource/newsreader/files/newsreader-latin-300-normal.woff',
  sans: '@fontsource/instrument-sans/files/instrument-sans-latin-500-normal.woff',
} as const;
const line_height = 1.06;
const opened = new Map<string, Font>();

/** Draws blocks of text as SVG outlines. Runs in a worker thread: opening a font takes a third of a second. */
export function outlineTexts(blocks: readonly TextBlock[]): string {
  return blocks.flatMap((block) => breakLines(block).map((line) => outline(line))).join('');
}

/** Breaks a text between words so that each line fits; what is over after the last line is cut with an ellipsis. */
function breakLines(block: TextBlock): TextLine[] {
  const { width_max, lines_max, ...line } = block;
  const words = block.text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  for (const word of words) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && widthOf({ ...line, text: longer }) <= width_max) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, lines_max).map((text, index) => {
    const is_cut = index === lines_max - 1 && lines.length > lines_max;
    return shorten({ ...line, text }, { width_max, is_cut });
  });
  return shown.map((text, index) => ({ ...line, text, y: line.y + index * line.size_px * line_height }));
}

function shorten(line: TextLine, { width_max, is_cut }: { width_max: number; is_cut: boolean }): string {
  const all = Array.from(line.text);
  let letters = all;
  const whole = (): string => letters.join('') + (is_cut || letters.length < all.length ? '…' : '');
  while (letters.length > 1 && widthOf({ ...line, text: whole() }) > width_max) letters = letters.slice(0, -1);
  return whole();
}

const widthOf = ({ text, font, size_px }: TextLine): number => (fontOf(font).layout(text).advanceWidth * size_px) / fontOf(font).unitsPerEm;

function outline({ text, font, size_px, x, y, color }: TextLine): string {
  const { glyphs, positions } = fontOf(font).layout(text);
  const scale = size_px / fontOf(font).unitsPerEm;
  let at = 0;
  const paths = glyphs.map((glyph, index) => {
    const { xOffset, yOffset, xAdvance } = positions[index]!;
    const path = `<path transform="translate(${at + xOffset} ${yOffset})" d="${glyph.path.toSVG()}"/>`;
    at += xAdvance;
    return path;
  });
  return `<g fill="${color}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

function fontOf(name: keyof typeof files): Font {
  const known = opened.get(name);
  if (known) return known;
  const font = openSync(fileURLToPath(import.meta.resolve(files[name])));
  if (!('layout' in font)) throw new Error(`${files[name]} holds several fonts`);
  opened.set(name, font);
  return font;
}
