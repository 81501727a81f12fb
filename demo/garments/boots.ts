import type { Drawing, Layer } from '../cloth/layer.ts';
import { lace, leather, pair, seamed, type Place } from './shoe-pair.ts';

/** A laced ankle boot: shaft open at the top, cap at the toe. */
export const boots = (): Drawing =>
  pair(boot, [
    { name: 'front', x: -330, y: 560, size: 330 },
    { name: 'front', x: 10, y: 60, size: 330 },
  ]);

const waxed = { gloss: { strength: 0.26, tightness: 18 } } as const;

const boot = (place: Place, at: (x: number, y: number) => [number, number], seed: number): Layer[] => [
  ...upper(place, at, seed),
  ...front(place),
];

/** Sole, foot and shaft. */
function upper(place: Place, at: (x: number, y: number) => [number, number], seed: number): Layer[] {
  return [
    {
      ...leather,
      dye: 'sole',
      d: place(
        'M236 330C330 306 410 330 432 400C452 480 486 560 484 690C482 838 430 966 340 974C244 980 182 874 178 716C176 580 186 480 196 410C204 364 214 340 236 330Z',
      ),
      height: 18,
      reach: 2000,
      rumple: { height: 0.6 },
      shadow: { strength: 0.34 },
    },
    {
      ...leather,
      ...waxed,
      d: place(
        'M214 330C300 290 400 296 428 350C446 470 470 560 468 690C466 830 420 948 340 954C256 960 200 862 196 710C194 560 200 420 214 330Z',
      ),
      height: 40,
      rise: 'puff',
      rumple: { height: 1.8, crease: 1 },
      seed,
      shadow: { strength: 0.32 },
      ...seamed(place, ['M204 770C262 706 408 702 464 752', 'M206 560C240 600 250 640 250 700', 'M458 556C428 596 420 636 420 694']),
      folds: [
        { points: [at(230, 690), at(330, 726), at(440, 686)], width: 22, height: -5 },
        { points: [at(240, 660), at(330, 690), at(430, 656)], width: 20, height: 4 },
      ],
    },
    {
      ...leather,
      ...waxed,
      d: place(
        'M224 96C300 78 372 84 404 104C414 220 424 340 440 470C416 520 404 560 398 604C350 622 306 622 270 606C262 566 250 524 222 476C214 340 212 210 224 96Z',
      ),
      height: 30,
      reach: 5200,
      rumple: { height: 2.2, crease: 1.4 },
      seed: seed + 3,
      shadow: { strength: 0.36 },
      ...seamed(place, ['M236 300C238 380 244 440 262 500', 'M416 300C416 380 414 436 402 494'], 1.8),
    },
  ];
}

/** The opening, tongue, facings, laces, and the loop at the heel. */
function front(place: Place): Layer[] {
  return [
    {
      fabric: 'suede',
      dye: 'hollow',
      d: place('M234 98C300 82 366 88 396 106C396 130 384 146 352 150C312 156 262 150 240 136C234 124 232 108 234 98Z'),
      height: -12,
      reach: 1600,
      rumple: { height: 1 },
    },
    {
      ...leather,
      dye: 'tongue',
      d: place('M276 148C310 138 348 140 372 150C378 280 382 430 378 580C350 596 312 596 290 582C282 430 276 290 276 148Z'),
      height: 14,
      reach: 1800,
      rumple: { height: 1.4 },
      shadow: { strength: 0.24 },
    },
    {
      ...leather,
      ...waxed,
      d: place(
        'M232 150C252 150 276 158 284 176C290 320 298 460 300 596C286 606 270 604 262 594C254 540 244 500 226 470C220 360 222 250 232 150Z',
      ),
      height: 9,
      reach: 700,
      rumple: { height: 0.8 },
      shadow: { strength: 0.34 },
    },
    {
      ...leather,
      ...waxed,
      d: place(
        'M404 156C386 152 372 160 366 178C366 320 368 460 370 590C384 602 398 600 406 590C412 540 424 500 438 466C430 360 418 260 404 156Z',
      ),
      height: 9,
      reach: 700,
      rumple: { height: 0.8 },
      shadow: { strength: 0.34 },
    },
    ...[196, 252, 308, 364, 420, 474, 526].map((y, i): Layer => lace(place, y, i * 0.45)),
    {
      ...leather,
      dye: 'main',
      d: place('M300 60C304 46 350 46 354 60L352 112C340 120 314 120 304 112Z'),
      height: 5,
      reach: 200,
      shadow: { strength: 0.4, y: 3, blur: 4 },
    },
  ];
}
