import type { Drawing, Layer } from '../cloth/layer.ts';
import { lace, leather, pair, type Place } from './shoe-pair.ts';

/** A low leather trainer with flat laces. */
export const trainers = (): Drawing =>
  pair(trainer, [
    { name: 'front', x: -330, y: 330, size: 330 },
    { name: 'front', x: 10, y: 90, size: 330 },
  ]);

const trainer = (place: Place, at: (x: number, y: number) => [number, number], seed: number): Layer[] => [
  ...foot(place, at, seed),
  ...inside(place),
  ...front(place),
];

/** Sole and upper. */
function foot(place: Place, at: (x: number, y: number) => [number, number], seed: number): Layer[] {
  const holes = Array.from({ length: 7 }, (_, k) => at(318 + (k % 3) * 16 - (k > 2 ? 8 : 0), 780 + Math.floor(k / 3) * 16));
  return [
    {
      ...leather,
      dye: 'sole',
      d: place(
        'M248 112C332 88 406 126 426 218C446 330 480 470 478 642C476 806 428 944 340 954C246 962 190 850 186 686C182 500 190 300 200 200C206 156 218 124 248 112Z',
      ),
      height: 16,
      reach: 2600,
      rumple: { height: 0.6 },
      shadow: { strength: 0.32 },
    },
    {
      ...leather,
      d: place(
        'M250 124C330 102 394 136 413 222C433 332 464 470 462 640C460 796 416 930 340 938C256 946 206 842 202 684C198 500 204 300 213 204C218 164 228 134 250 124Z',
      ),
      height: 34,
      reach: 9000,
      rumple: { height: 2 },
      seed,
      shadow: { strength: 0.3 },
      folds: [
        { points: [at(240, 650), at(330, 690), at(430, 646)], width: 26, height: -5 },
        { points: [at(240, 690), at(330, 728), at(440, 690)], width: 24, height: 4 },
      ],
      seams: ['M212 700C262 640 408 634 460 690', 'M214 420C236 470 250 540 252 640', 'M440 410C430 470 424 540 424 634'].map((d) => ({
        d: place(d),
        width: 2.4,
      })),
      marks: [
        ...['M216 712C266 652 406 646 456 702', 'M222 420C244 470 258 540 260 634', 'M432 410C422 470 416 540 416 628'].map((d) => ({
          d: place(d),
          width: 1.5,
          dash: [6, 4],
          dye: 'stitch',
          alpha: 0.55,
        })),
        ...holes.map(([x, y]) => ({ d: `M${x - 0.1} ${y}L${x + 0.1} ${y}`, width: 4.6, cap: 'round' as const, dye: 'shade', alpha: 0.45 })),
      ],
    },
  ];
}

/** What is seen through the opening. */
function inside(place: Place): Layer[] {
  return [
    {
      fabric: 'jersey',
      dye: 'hollow',
      d: place(
        'M258 150C326 130 376 154 390 222C400 276 404 330 396 372C352 392 294 392 246 376C234 330 234 240 240 196C243 170 248 156 258 150Z',
      ),
      height: -14,
      reach: 2000,
      rumple: { height: 1 },
    },
    {
      fabric: 'jersey',
      dye: 'insole',
      d: place(
        'M266 196C320 180 362 196 374 240C382 290 384 330 380 360C346 374 300 374 260 362C252 320 252 250 256 216C258 206 260 199 266 196Z',
      ),
      height: -8,
      rumple: { height: 1 },
      marks: [
        { d: place('M296 262L342 262'), width: 3, dye: 'label_ink', alpha: 0.7 },
        { d: place('M304 276L334 276'), width: 1.6, dye: 'shade', alpha: 0.5 },
      ],
    },
  ];
}

/** Tongue, the two facings, laces, and the tab at the heel. */
function front(place: Place): Layer[] {
  return [
    {
      ...leather,
      dye: 'tongue',
      d: place('M262 352C300 338 352 338 386 350C398 420 402 520 398 616C372 640 300 642 274 620C264 520 258 430 262 352Z'),
      height: 16,
      reach: 2600,
      rumple: { height: 1.5 },
      shadow: { strength: 0.3 },
    },
    {
      ...leather,
      d: place(
        'M244 366C264 372 278 384 284 402C294 470 300 560 300 628C286 640 268 640 256 630C250 560 242 470 234 408C234 388 236 374 244 366Z',
      ),
      height: 10,
      reach: 900,
      rumple: { height: 0.6 },
      shadow: { strength: 0.3 },
    },
    {
      ...leather,
      d: place(
        'M402 362C384 368 372 380 368 400C366 470 370 560 374 626C388 638 406 636 418 624C422 560 426 470 424 400C420 378 412 366 402 362Z',
      ),
      height: 10,
      reach: 900,
      rumple: { height: 0.6 },
      shadow: { strength: 0.3 },
    },
    ...[410, 458, 506, 554, 600].map((y, i): Layer => lace(place, y, i)),
    {
      ...leather,
      dye: 'trim',
      d: place(
        'M250 124C300 108 352 118 384 146C376 172 366 180 352 172C322 156 288 160 262 178C248 184 238 178 234 160C236 142 240 130 250 124Z',
      ),
      height: 14,
      reach: 900,
      rumple: { height: 0.6 },
      shadow: { strength: 0.3 },
    },
  ];
}
