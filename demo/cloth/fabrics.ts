type Noise = (x: number, y: number) => number;
/** Relative brightness of a point of the weave, about 0; u across and v along the grain, in units of a millimetre. */
export type Fabric = (u: number, v: number, noise: Noise) => number;

const part = (x: number): number => x - Math.floor(x);
/** 1 on the middle of a period, 0 at its borders. */
const ridge = (x: number): number => 1 - Math.abs(part(x) * 2 - 1);
const cube = (x: number): number => x * x * x;

/** Columns of V-shaped stitches, as stocking stitch has them: `wale` wide, `course` high. */
const stitches =
  (wale: number, course: number, depth: number): Fabric =>
  (u, v, noise) => {
    const from_middle = 1 - ridge(u / wale);
    const along = 1 - ridge(v / course + from_middle * 0.58);
    const gap = from_middle * from_middle;
    const spine = cube(1 - from_middle);
    return depth * (0.36 - 1.05 * cube(along) - 0.5 * gap * gap * gap - 0.55 * spine * spine) + (noise(u * 0.4, v * 0.4) - 0.5) * 0.06;
  };

const cable_width = 74;

/** How each fabric looks from half a metre. Frequencies are per unit; amplitudes are shares of the cloth's own brightness. */
export const fabrics = {
  jersey: (u, v, noise) => 0.014 * Math.sin(u * 2.2) + (noise(u * 0.9, v * 0.9) - 0.5) * 0.035,
  knit: stitches(6.4, 5.2, 0.15),
  fine_knit: stitches(4.2, 3.6, 0.1),
  chunky: stitches(12.5, 9.6, 0.25),
  rib: (u, v, noise) => 0.06 - 0.24 * cube(1 - ridge(u / 8.5)) + 0.025 * Math.sin(v * 1.7) + (noise(u * 0.4, v * 0.4) - 0.5) * 0.05,
  fine_rib: (u, v, noise) => 0.04 - 0.16 * cube(1 - ridge(u / 5)) + 0.02 * Math.sin(v * 2) + (noise(u * 0.4, v * 0.4) - 0.5) * 0.04,
  cable: (u, v, noise) => {
    const across = part(u / cable_width + 0.5) - 0.5;
    if (Math.abs(across) > 0.24) return stitches(8.6, 7, 0.17)(u, v, noise);
    // Two strands that wind around each other every 62 units; the one in front hides the other.
    const turn = (v / 62) * Math.PI * 2;
    const front = Math.sin(turn) * Math.cos(turn) > 0 ? 1 : -1;
    const [a, b] = [across - front * 0.1 * Math.sin(turn), across + front * 0.1 * Math.sin(turn)];
    const strand = Math.abs(a) < 0.115 ? a : b;
    const dome = 1 - (strand / 0.13) ** 2;
    return Math.max(-0.14, 0.1 * dome - 0.05) + (ridge((v + strand * 60) / 7) - 0.5) * 0.07;
  },
  denim: (u, v, noise) =>
    0.05 * Math.sin((u + v) * 2.1) + (noise(u * 1.1, v * 0.16) - 0.5) * 0.15 + (noise(u * 0.18, v * 1.1) - 0.5) * 0.07,
  twill: (u, v, noise) => 0.03 * Math.sin((u + v) * 1.7) + (noise(u * 0.8, v * 0.8) - 0.5) * 0.045,
  wool: (u, v, noise) => (noise(u * 0.3, v * 0.3) - 0.5) * 0.1 + (noise(u * 1.15, v * 1.15) - 0.5) * 0.1,
  herringbone: (u, v, noise) => {
    const turned = Math.floor(u / 11) % 2 === 0 ? v : -v;
    return 0.075 * Math.sin((u + turned) * 1.5) + (noise(u * 0.9, v * 0.9) - 0.5) * 0.07;
  },
  boucle: (u, v, noise) => (noise(u * 0.22, v * 0.22) - 0.5) * 0.26 + (noise(u * 0.6, v * 0.6) - 0.5) * 0.18,
  corduroy: (u, v, noise) => 0.05 - 0.22 * cube(1 - ridge(u / 4.6)) + (noise(u * 0.3, v * 1.1) - 0.5) * 0.05,
  linen: (u, v, noise) => (noise(u * 0.06, v * 0.9) - 0.5) * 0.11 + (noise(u * 0.9, v * 0.06) - 0.5) * 0.11,
  poplin: (u, v, noise) => (noise(u * 0.9, v * 0.9) - 0.5) * 0.022,
  oxford: (u, v, noise) => 0.03 * Math.sin(u * 2.4) * Math.sin(v * 2.4) + (noise(u * 0.9, v * 0.9) - 0.5) * 0.04,
  satin: (u, v, noise) => (noise(u * 0.05, v * 0.6) - 0.5) * 0.018,
  leather: (u, v, noise) => (noise(u * 0.3, v * 0.3) - 0.5) * 0.06 + (noise(u * 0.85, v * 0.85) - 0.5) * 0.065,
  suede: (u, v, noise) => (noise(u * 0.12, v * 0.12) - 0.5) * 0.12 + (noise(u * 1.1, v * 1.1) - 0.5) * 0.08,
  canvas: (u, v, noise) => 0.035 * Math.sin(u * 1.9) * Math.sin(v * 1.9) + (noise(u * 0.5, v * 0.5) - 0.5) * 0.06,
  clay: (u, v, noise) => (noise(u * 0.9, v * 0.07) - 0.5) * 0.03 + (noise(u * 0.07, v * 0.9) - 0.5) * 0.03,
  plain: () => 0,
} satisfies Record<string, Fabric>;

export type FabricName = keyof typeof fabrics;
