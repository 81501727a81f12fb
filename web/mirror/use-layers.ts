import { useEffect, useState } from 'react';
import type { TryOnSession } from '#contract/tryon.ts';
import type { LookLayers, Pixels } from '#science/look-layers/compose-look.ts';

type Urls = NonNullable<TryOnSession['layers']>;

/** Loads the layers of a look as pixels; null until they are here, and where there are none. */
export function useLayers(urls: Urls | null): LookLayers | null {
  const [layers, setLayers] = useState<LookLayers | null>(null);
  const { person, garment, shading } = urls ?? {};
  useEffect(() => {
    const leaving = new AbortController();
    if (!person || !garment || !shading) return undefined;
    const { signal } = leaving;
    const settle = ([under, cloth, light]: Pixels[]) => {
      if (!signal.aborted && sameSize([under!, cloth!, light!])) setLayers({ person: under!, garment: cloth!, shading: light! });
    };
    // The whole picture is there all the same; only what needs layers stays off.
    void Promise.all([person, garment, shading].map((url) => loadPixels(url, signal))).then(settle, () => undefined);
    return () => leaving.abort();
  }, [person, garment, shading]);
  return layers;
}

const sameSize = ([first, ...others]: readonly Pixels[]): boolean =>
  others.every(({ width, height }) => width === first!.width && height === first!.height);

async function loadPixels(url: string, signal: AbortSignal): Promise<Pixels> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`a layer was answered with ${answer.status}`);
  const picture = await createImageBitmap(await answer.blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const ground = canvas.getContext('2d', { willReadFrequently: true })!;
  ground.drawImage(picture, 0, 0);
  picture.close();
  const { width, height, data } = ground.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, data };
}
