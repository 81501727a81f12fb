/** Outlines on a 24-unit grid (design/screens/proto.js). */
const outlines = {
  link: 'M9 13a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M13 9a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  offline: 'M2 9a15 15 0 0 1 20 0M6 13a9 9 0 0 1 12 0M12 18v.5M4 21 20 3',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-5 4-7 8-7s8 2 8 7',
  plus: 'M12 4v16M4 12h16',
  search: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M15 15l6 6',
  warn: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
  x: 'M5 5l14 14M19 5 5 19',
} as const;

export function Icon({ name, size_px = 22 }: { name: keyof typeof outlines; size_px?: number }) {
  return (
    <svg className="icon" style={{ width: size_px, height: size_px }} viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
