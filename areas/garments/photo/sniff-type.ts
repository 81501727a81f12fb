/** What kind of picture some bytes begin like; what a file is called says nothing. */
export type PictureType = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic';

/** So many bytes decide it. */
export const sniffed_bytes = 64;

/** As they are written in files, a byte a sign; a dot stands for any. */
const marks: readonly (readonly [PictureType, string])[] = [
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['webp', 'RIFF....WEBP'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
];
/** Brands of the ISO base media container, in which both AVIF and HEIC come (ISO/IEC 23008-12, annex B). */
const heic_brands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** Tells the type of a picture by its first bytes; null when it is none that we know. */
export function sniffType(first: Uint8Array): PictureType | null {
  const text = Buffer.from(first.subarray(0, sniffed_bytes)).toString('latin1');
  const [type] = marks.find(([, mark]) => begins(text, mark)) ?? [];
  if (type) return type;
  if (text.slice(4, 8) !== 'ftyp') return null;
  // The main brand, then, after a version, those it is compatible with: an AVIF file may call itself mif1 first.
  const brands = [text.slice(8, 12), ...(text.slice(16).match(/[^]{4}/g) ?? [])];
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  return brands.some((brand) => heic_brands.includes(brand)) ? 'heic' : null;
}

const begins = (text: string, mark: string): boolean => mark.split('').every((sign, i) => sign === '.' || sign === text[i]);
