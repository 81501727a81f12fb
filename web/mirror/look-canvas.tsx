import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { composeLook, type LookLayers } from '#science/look-layers/compose-look.ts';
import { light_max } from './use-look.ts';

interface Props {
  layers: LookLayers;
  light: number;
  ref?: Ref<HTMLCanvasElement>;
}

/** The look composed anew from its layers; it lies over the picture that the renderer made. */
export function LookCanvas({ layers, light, ref }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = layers.person;
  useImperativeHandle(ref, () => canvas.current!, []);
  useEffect(() => {
    const ground = canvas.current!.getContext('2d')!;
    const picture = ground.createImageData(width, height);
    composeLook(layers, light / light_max, picture.data);
    ground.putImageData(picture, 0, 0);
  }, [layers, light, width, height]);
  return <canvas ref={canvas} width={width} height={height} aria-hidden="true" />;
}
