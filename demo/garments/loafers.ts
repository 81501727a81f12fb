import type { Drawing, Layer } from '../cloth/layer.ts';
import { leather, pair, type Place } from './shoe-pair.ts';

/** A penny loafer. */
export const loafers = (): Drawing =>
  pair(loafer, [
    { name: 'front', x: -330, y: 480, size: 330 },
    { name: 'front', x: 10, y: 90, size: 330 },
  ]);

function loafer(place: Place, at: (x: number, y: number) => [number, number], seed: number): Layer[] {
  const glossy = { gloss: { strength: 0.42, tightness: 26 } } as const;
  return [
    {
      ...leather,
      dye: 'sole',
      d: place(
        'M250 120C330 96 400 130 420 220C440 330 470 470 468 640C466 800 420 930 340 940C250 948 200 840 196 680C192 500 200 300 210 200C216 160 226 130 250 120Z',
      ),
      height: 16,
      shadow: { strength: 0.3 },
    },
    {
      ...leather,
      dye: 'insole',
      d: place('M262 620C256 500 250 330 262 240C290 214 350 214 374 250C396 340 412 500 410 620Z'),
      height: -10,
      rumple: { height: 1 },
      marks: [
        { d: place('M298 322L346 322'), width: 3, dye: 'label_ink', alpha: 0.7 },
        { d: place('M306 336L338 336'), width: 1.6, dye: 'shade', alpha: 0.5 },
      ],
    },
    {
      ...leather,
      ...glossy,
      d: place(
        'M250 130C330 106 392 140 412 230C424 300 440 400 450 520L408 560C404 440 390 320 368 256C346 224 292 226 268 252C256 340 258 460 262 570L208 540C206 420 210 300 220 210C226 168 232 140 250 130Z',
      ),
      height: 20,
      rumple: { height: 1 },
      shadow: { strength: 0.3 },
      seams: [{ d: place('M250 300C246 380 246 470 250 548'), width: 1.6, depth: 0.6 }],
    },
    {
      ...leather,
      ...glossy,
      d: place(
        'M208 520C240 560 262 600 330 606C396 604 424 560 452 500C464 600 462 700 452 780C434 880 400 926 340 930C270 934 222 860 210 720C206 640 206 580 208 520Z',
      ),
      height: 38,
      rise: 'puff',
      rumple: { height: 1 },
      seed,
      shadow: { strength: 0.35 },
      seams: [{ d: place('M236 600C232 760 262 870 334 874C404 868 430 760 428 590'), width: 3.4, depth: 1.4 }],
      folds: [{ points: [at(232, 700), at(330, 730), at(440, 690)], width: 20, height: -2 }],
    },
    {
      ...leather,
      ...glossy,
      d: place('M214 560C280 640 390 640 452 545L456 600C396 690 274 690 211 620Z'),
      height: 12,
      shadow: { strength: 0.4 },
      marks: [{ d: place('M304 640L364 638'), width: 13, cap: 'round', dye: 'shade', alpha: 0.85 }],
      seams: [{ d: place('M216 568C282 648 388 648 451 555'), width: 1.2, depth: 0.5 }],
    },
  ];
}
