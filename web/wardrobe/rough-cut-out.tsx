import { useEffect, useState } from 'react';
import { cutPixels } from './cut-pixels.ts';
import { openSegmenter } from './open-segmenter.ts';
import { readPixels } from './read-pixels.ts';

/** Large enough to be shown, small enough to be there at once, px. */
const side = 400;

interface Props {
  photo: File;
  /** An address of the photo, shown until it is cut, and where that fails. */
  preview: string;
}

/** The garment of a photo without its background, roughly, a moment after it was taken. */
export function RoughCutOut({ photo, preview }: Props) {
  const [cut, setCut] = useState<string | null>(null);
  useEffect(() => {
    const segmenter = openSegmenter();
    let made: string | null = null;
    const make = async () => {
      const pixels = await readPixels(photo, side);
      made = URL.createObjectURL(await cutPixels(pixels, await segmenter.find({ pixels })));
      setCut(made);
    };
    void make().catch(() => undefined);
    return () => {
      segmenter.close();
      if (made) URL.revokeObjectURL(made);
    };
  }, [photo]);
  return <img src={cut ?? preview} alt="" className={cut ? 'is-cut' : 'is-uncut'} />;
}
