import type { Tag, Visitor } from './walk-html.ts';

/** A picture with the words that stand for it. */
export interface Picture {
  address: string;
  alt: string;
}

const pictures_max = 200;

/** Collects pictures that have words, each at its largest; lazily loaded ones keep their address elsewhere. */
export function collectPictures(): Visitor & { pictures: Picture[] } {
  const pictures: Picture[] = [];
  return {
    pictures,
    open: ({ name, attributes }: Tag) => {
      const alt = attributes.get('alt')?.trim() ?? '';
      if (name !== 'img' || alt === '' || pictures.length >= pictures_max) return;
      const address =
        largestOf(attributes.get('data-srcset') ?? attributes.get('srcset') ?? '') ??
        ['data-src', 'data-original', 'src'].map((one) => attributes.get(one)).find((one) => one !== undefined && one !== '');
      if (address !== undefined && !address.startsWith('data:')) pictures.push({ address, alt });
    },
    text: () => undefined,
    close: () => undefined,
  };
}

/** Of `/a-480.jpg 480w, /a-1200.jpg 1200w` the last of the widest. */
function largestOf(srcset: string): string | undefined {
  const sources = srcset
    .slice(0, 5000)
    .split(/,\s+/)
    .map((one) => one.trim().split(/\s+/));
  const widths = sources.map(([, size = '1x']) => Number.parseFloat(size) || 0);
  return sources[widths.indexOf(Math.max(...widths))]?.[0] || undefined;
}
