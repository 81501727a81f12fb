/** Outlines on a 24-unit grid (design/screens/proto.js). */
const outlines = {
  link: 'M9 13a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M13 9a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  pen: 'M14 4l6 6-9 9H5v-6zM11 7l6 6',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-5 4-7 8-7s8 2 8 7',
  plus: 'M12 4v16M4 12h16',
  warn: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
} as const;

export function Icon({ name, size_px = 22 }: { name: keyof typeof outlines; size_px?: number }) {
  return (
    <svg className="icon" style={{ width: size_px, height: size_px }} viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
