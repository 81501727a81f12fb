/** Outlines on a 24-unit grid (design/screens/proto.js). */
const outlines = {
  bag: 'M4 8h16l-1 13H5zM8 8V6a4 4 0 0 1 8 0v2',
  brush: 'M15 4l5 5-9 8H6v-5zM11 8l5 5',
  camera: 'M3 7h4l2-3h6l2 3h4v13H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8',
  check: 'M4 12l6 6L20 6',
  crop: 'M6 2v16h16M2 6h16v16',
  down: 'M5 9l7 7 7-7',
  erase: 'M9 20h11M4 14l9-9 7 7-8 8H9zM9 9l7 7',
  gallery: 'M3 5h15v15H3zM6 5V2h15v15h-3M3 17l5-5 4 4 3-3 3 3',
  heart: 'M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11',
  link: 'M9 13a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M13 9a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  minus: 'M4 12h16',
  offline: 'M2 9a15 15 0 0 1 20 0M6 13a9 9 0 0 1 12 0M12 18v.5M4 21 20 3',
  pen: 'M14 4l6 6-9 9H5v-6zM11 7l6 6',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-5 4-7 8-7s8 2 8 7',
  pin: 'M9 3h6l-1 7 3 3H7l3-3zM12 13v8',
  plus: 'M12 4v16M4 12h16',
  right: 'M9 5l7 7-7 7',
  search: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M15 15l6 6',
  share: 'M12 15V3M8 7l4-4 4 4M5 12v9h14v-9',
  swap: 'M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4',
  trash: 'M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15',
  undo: 'M8 5 3 10l5 5M3 10h11a6 6 0 0 1 0 12h-3',
  warn: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
  x: 'M5 5l14 14M19 5 5 19',
} as const;
export type IconName = keyof typeof outlines;

/** These point along the line of reading, so they turn with it. */
const pointing: IconName[] = ['right', 'undo'];

export function Icon({ name, size_px }: { name: IconName; size_px?: number }) {
  return (
    <svg
      className={pointing.includes(name) ? 'icon points' : 'icon'}
      style={size_px ? { width: size_px, height: size_px } : undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={outlines[name]} />
    </svg>
  );
}
