import type { Drawing, Layer } from '../cloth/layer.ts';

/** How one shoe of a pair is placed: moved, and mirrored when it is the right one. */
type Place = (d: string) => string;

/** Draws two of one shoe side by side, seen from above, toes to the viewer. */
export function pair(
  shoe: (place: Place, at: (x: number, y: number) => [number, number], seed: number) => Layer[],
  details: Drawing['details'],
): Drawing {
  const apart = 172;
  const [left, right] = [-1, 1].map((sign, i) => {
    const at = (x: number, y: number): [number, number] => [sign * (334 - x) + sign * apart, y];
    const place: Place = (d) =>
      d.replaceAll(
        /(-?\d+(?:\.\d+)?)([ ,]+)(-?\d+(?:\.\d+)?)/g,
        (_, x: string, gap: string, y: string) => `${at(Number(x), 0)[0]}${gap}${y}`,
      );
    return shoe(place, at, 9 + i * 12);
  });
  return { layers: [...(left ?? []), ...(right ?? [])], details };
}

const leather = { fabric: 'leather', dye: 'main' } as const;
const seamed = (place: Place, lines: readonly string[], width = 2.2): Pick<Layer, 'seams' | 'marks'> => ({
  seams: lines.map((d) => ({ d: place(d), width })),
  marks: lines.map((d) => ({ d: place(d), width: 1.3, dash: [6, 4], dye: 'stitch', alpha: 0.5 })),
});

/** A low leather trainer with flat laces. */
export const trainers = (): Drawing =>
  pair(trainer, [
    { name: 'front', x: -330, y: 330, size: 330 },
    { name: 'front', x: 10, y: 90, size: 330 },
  ]);

function trainer(place: Place, at: (x: number, y: number) => [number, number], seed: number): Layer[] {
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

function lace(place: Place, y: number, i: number): Layer {
  const [a, b] = [i * 4, i * 6];
  return {
    d: place(
      `M${264 + a} ${y}C${300 + i * 3} ${y - 16} ${356 + a} ${y - 14} ${392 + b} ${y + 4}C${402 + b} ${y + 10} ${400 + b} ${y + 24} ${390 + b} ${y + 24}C${356 + a} ${y + 8} ${302 + i * 3} ${y + 6} ${270 + a} ${y + 22}C${258 + a} ${y + 22} ${256 + a} ${y + 6} ${264 + a} ${y}Z`,
    ),
    dye: 'lace',
    fabric: 'rib',
    texture_gain: 0.35,
    height: 9,
    reach: 300,
    shadow: { strength: 0.4, x: 2, y: 4, blur: 4 },
  };
}

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

/** A laced ankle boot: shaft open at the top, cap at the toe. */
export const boots = (): Drawing =>
  pair(boot, [
    { name: 'front', x: -330, y: 560, size: 330 },
    { name: 'front', x: 10, y: 60, size: 330 },
  ]);

function boot(place: Place, at: (x: number, y: number) => [number, number], seed: number): Layer[] {
  const waxed = { gloss: { strength: 0.26, tightness: 18 } } as const;
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
