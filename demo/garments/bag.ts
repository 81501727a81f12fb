import type { Drawing, Layer, Mark } from '../cloth/layer.ts';
import { rivet } from './trim.ts';
import { fold } from './outline.ts';

const stitch = (d: string): Mark => ({ d, width: 2, dash: [8, 5], dye: 'stitch', alpha: 0.7 });
const strap = (d: string, width: number): Layer => ({
  d,
  width,
  cap: 'butt',
  dye: 'main',
  fabric: 'leather',
  height: 10,
  reach: 200,
  rumple: { height: 0.8 },
  gloss: { strength: 0.22, tightness: 16 },
});

/** Draws a leather tote with two handles. */
export function bag({ seed }: { seed: number }): Drawing {
  const tab = (x: number): Layer => ({
    d: `M${x - 25} 500L${x + 25} 500L${x + 25} 582L${x} 604L${x - 25} 582Z`,
    dye: 'trim',
    fabric: 'leather',
    height: 7,
    reach: 200,
    shadow: { strength: 0.35, y: 4, blur: 5 },
    marks: [stitch(`M${x - 19} 506L${x - 19} 579L${x} 596L${x + 19} 579L${x + 19} 506`)],
  });
  return {
    layers: [
      { ...strap('M-140 430C-144 220 -80 130 0 130C80 130 144 220 140 430', 26), dye: 'trim' },
      { d: 'M-268 404Q0 372 268 404L262 440Q0 420 -262 440Z', dye: 'inside', fabric: 'suede', height: 4 },
      {
        d: 'M-274 400C-100 412 100 412 274 400C286 600 296 800 306 960C306 996 290 1010 260 1012C90 1024 -90 1024 -260 1012C-290 1010 -306 996 -306 960C-296 800 -286 600 -274 400Z',
        dye: 'main',
        fabric: 'leather',
        seed,
        height: 26,
        rise: 'puff',
        rumple: { height: 3.6, scale: 170, crease: 1.6 },
        gloss: { strength: 0.2, tightness: 18 },
        shadow: { strength: 0.3 },
        folds: [
          fold('-240 440, -200 700, -220 960', 46, 8),
          fold('220 460, 190 700, 220 960', 46, -8),
          fold('-110 520, 0 570, 120 520', 60, -7),
          fold('-170 900, 0 966, 180 904', 50, 6),
        ],
        seams: [{ d: 'M-300 930C-100 946 100 946 300 930', width: 2, depth: 0.8 }],
        marks: [stitch('M-262 416C-100 428 100 428 262 416'), stitch('M-298 940C-100 956 100 956 298 940')],
      },
      {
        ...strap('M-154 520C-160 260 -90 168 0 168C90 168 160 260 154 520', 28),
        shadow: { strength: 0.4 },
        marks: [stitch('M-163 520C-169 256 -96 159 0 159C96 159 169 256 163 520')],
      },
      tab(-154),
      tab(154),
      rivet(-154, 546, 8),
      rivet(154, 546, 8),
    ],
    details: [
      { name: 'front', x: -300, y: 380, size: 330 },
      { name: 'hem', x: 10, y: 720, size: 300 },
    ],
  };
}
