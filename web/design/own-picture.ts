import { picture_widths } from '#contract/picture-widths.ts';

interface Sources {
  src: string;
  srcSet: string;
}

/** The widths in which a boutique's picture is served, as an img element takes them. */
export const widthsOf = (url: string): Sources => ({
  src: inWidth(url, 480),
  srcSet: picture_widths.map((wide) => `${inWidth(url, wide)} ${wide}w`).join(', '),
});

/** Whether a picture is a boutique's, and not one of a shop elsewhere. */
export const isBoutiques = (url: string): boolean => /^\/pictures\/[\w-]+\/\d+\.webp$/.test(url);

const inWidth = (url: string, width: number): string => url.replace(/\d+\.webp$/, `${width}.webp`);
