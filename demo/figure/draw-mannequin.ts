import sharp from 'sharp';
import { valueNoise } from '#science/imaging/value-noise.ts';
import { mix, rgb, type Palette } from '../cloth/color.ts';
import { drawLayers } from '../cloth/draw.ts';
import { cellOf, type Frame } from '../cloth/frame.ts';
import { blankCanvas, type Canvas } from '../cloth/paint.ts';
import type { Layer } from '../cloth/layer.ts';
import { mirrorPath, symmetric } from '../garments/outline.ts';
import { figure_size, mannequin, shoesOnFeet } from './mannequin.ts';

const palette: Palette = {
  clay: rgb('#cbb79a'),
  vest: rgb('#f0ebdf'),
  shorts: rgb('#8d877b'),
  shoe: rgb('#e9e5da'),
  sole: mix(rgb('#e9e5da'), [120, 110, 90], 0.2),
};
/** Deep shade at the edges would be taken for cloth. */
const softened = (layer: Layer): Layer => ({ ...layer, contrast: 0.34 });

const vest = symmetric(
  [0, 268],
  [
    [
      [34, 268],
      [58, 254],
      [66, 236],
    ],
    [
      [78, 238],
      [86, 242],
      [92, 246],
    ],
    [
      [92, 290],
      [104, 318],
      [118, 340],
    ],
    [
      [104, 400],
      [91, 440],
      [88, 480],
    ],
    [
      [88, 516],
      [106, 560],
      [112, 606],
    ],
    [
      [70, 613],
      [34, 615],
      [0, 615],
    ],
  ],
);
const leg_of_shorts = 'M-2 606C40 606 78 604 112 598C116 640 114 680 110 734C80 742 44 743 17 738C10 716 4 694 -2 672Z';

/** What a tailor's figure has on while nothing is tried on it: a vest and shorts, as somebody in a photo wears something. */
function underwear(): Layer[] {
  const cloth = { fabric: 'jersey', rise: 'tube', height: 0.5, contrast: 0.4, rumple: { height: 0.4 } } as const;
  return [
    { ...cloth, dye: 'shorts', d: mirrorPath(leg_of_shorts) },
    { ...cloth, dye: 'shorts', d: leg_of_shorts },
    { ...cloth, dye: 'vest', d: vest },
  ];
}

/** As large as photos of people are kept, px. */
const height_px = 1024;

/** Pattern paper on a cutting table: the grain, the levels of a body, and a measure, in chalk. Figure space. */
const ground = (width: number, height: number): string => {
  const levels = [275, 478, 612, 830].map((y) => `M150 ${y}H750`).join('');
  const ticks = Array.from({ length: 23 }, (_, i) => `M96 ${58 + i * 49}h${i % 2 ? 12 : 22}`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${figure_size.width} ${figure_size.height}">
    <defs><radialGradient id="light" cx=".42" cy=".34" r=".85"><stop offset="0" stop-color="#efebe1"/><stop offset="1" stop-color="#dcd5c6"/></radialGradient>
      <radialGradient id="feet"><stop offset="0" stop-color="#4a3d28" stop-opacity=".42"/><stop offset="1" stop-color="#4a3d28" stop-opacity="0"/></radialGradient></defs>
    <rect width="900" height="1200" fill="url(#light)"/>
    <g fill="none" stroke="#fdfcf8" stroke-linecap="round">
      <path d="M96 58V1146${ticks}" stroke-width="2.2" opacity=".9"/>
      <path d="${levels}" stroke-width="2.2" stroke-dasharray="14 9" opacity=".8"/>
      <path d="M450 26V1176M440 44l10-18 10 18M440 1158l10 18 10-18" stroke-width="2" opacity=".75"/>
      <path d="M210 1146H690" stroke-width="2.4" opacity=".9"/>
    </g>
    <ellipse cx="470" cy="1146" rx="190" ry="24" fill="url(#feet)"/>
  </svg>`;
};

export interface DrawnMannequin {
  /** RGBA */
  picture: Buffer;
  /** RGBA; its opacity is that of the figure. */
  figure: Buffer;
  width: number;
  height: number;
}

/** Draws the figure that stands in for somebody without a photo at hand, on pattern paper, and the figure alone. */
export async function drawMannequin(): Promise<DrawnMannequin> {
  const scale = height_px / figure_size.height;
  const [width, height] = [Math.round(figure_size.width * scale), height_px];
  const noise = valueNoise(7);
  const domes: Frame['domes'] = new Map<readonly string[], Float32Array>();
  const frame: Frame = { left: 0, top: 0, width, height, scale, offset_x: width / 2, offset_y: 0, cell: cellOf(scale), noise, domes };
  const layers = [...mannequin().map(softened), ...underwear(), ...shoesOnFeet()];
  const canvas = blankCanvas(frame);
  canvas.pixels.set(
    await sharp(Buffer.from(ground(width, height)))
      .ensureAlpha()
      .raw()
      .toBuffer(),
  );
  addGrain(canvas);
  drawLayers(layers, frame, [{ canvas, palette }]);
  const alone = blankCanvas(frame);
  drawLayers(
    layers.map(({ shadow: _cast, ...layer }) => layer),
    frame,
    [{ canvas: alone, palette }],
  );
  return { picture: Buffer.from(canvas.pixels.buffer), figure: Buffer.from(alone.pixels.buffer), width, height };
}

/** Paper is not smooth, and what is smooth is taken for painted over. */
function addGrain({ width, height, pixels }: Canvas): void {
  const noise = valueNoise(11);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const off = (noise(x / 2.3, y / 2.3) - 0.5) * 7 + (noise(x / 60, y / 60) - 0.5) * 4;
      for (let c = 0; c < 3; c++) pixels[(y * width + x) * 4 + c]! += off;
    }
}
