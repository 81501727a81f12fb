/** Areas, lowest first: an area may import only areas above it in this list. */
export const area_order = [
  'people',
  'experiments',
  'garments',
  'catalog',
  'wardrobe',
  'fit',
  'tryon',
  'style',
  'recommend',
  'shop',
  'insight',
  'inbox',
];

/** A room, or one area, such as `areas/fit`. */
export function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first === 'areas') return `areas/${second}`;
  if (file.startsWith('platform/testing/')) return 'platform/testing';
  return file.includes('/') ? first : file;
}

/** Which rooms a room may import, beside itself. `areas/*` stands for the door of any area. */
const allowed: Record<string, readonly string[]> = {
  contract: [],
  science: [],
  platform: ['contract', 'science'],
  'areas.ts': ['areas/*', 'platform'],
  'server.ts': ['areas.ts', 'platform', 'contract'],
  'cli.ts': ['areas.ts', 'platform', 'contract'],
  // Not areas.ts, which lists the demo: that would be a circle.
  demo: ['areas/*', 'platform', 'contract', 'science'],
  web: ['contract', 'science'],
  mobile: ['contract'],
  // Journeys are tests.
  e2e: ['contract', 'platform/testing'],
  scripts: ['areas.ts', 'platform', 'platform/testing', 'contract', 'science'],
  // The test house is the whole program on a fresh database.
  'platform/testing': ['areas.ts', 'platform', 'contract', 'science'],
};

/** Packages that a room may use; rooms that are not named may use any. */
export const packages: Record<string, (name: string) => boolean> = {
  contract: (name) => name === 'zod',
  science: () => false,
};

const isDoor = (file: string): boolean => /^areas\/[\w-]+\/index\.ts$/.test(file);

/** Says why one file may not import another, or nothing. */
export function refuseImport(from: string, to: string): string | undefined {
  const [from_room, to_room] = [roomOf(from), roomOf(to)];
  if (from_room === to_room || to === 'package.json') return undefined;
  if (from_room === 'bench') return to_room === 'web' ? 'bench may not import web' : undefined;
  if (/\.test\.tsx?$/.test(from) && to_room === 'platform/testing') return undefined;
  if (from_room.startsWith('areas/')) return refuseFromArea(from_room, to, to_room);
  // The demo is listed behind the areas, by its door.
  if (from === 'areas.ts' && to === 'demo/index.ts') return undefined;
  const rooms = allowed[from_room];
  if (!rooms) return `${from_room} is not a room of this house; docs/ARCHITECTURE.md lists them`;
  if (rooms.includes(to_room) || (rooms.includes('areas/*') && isDoor(to))) return undefined;
  return `${from_room} may not import ${to_room}`;
}

function refuseFromArea(from_room: string, to: string, to_room: string): string | undefined {
  if (['contract', 'science', 'platform'].includes(to_room)) return undefined;
  if (!to_room.startsWith('areas/')) return `an area may not import ${to_room}`;
  const [here, there] = [area_order.indexOf(from_room.slice(6)), area_order.indexOf(to_room.slice(6))];
  if (here < 0 || there < 0) return `${here < 0 ? from_room : to_room} is not in the order of areas`;
  if (there > here) return `${from_room} may not import ${to_room}, which stands after it`;
  return isDoor(to) ? undefined : `another area is entered by its index.ts only, not by ${to}`;
}
