/** Outlines on a 24-unit grid (design/screens/proto.js) that only the mirror needs. */
const outlines = {
  compare: 'M12 2v20M8 8l-5 4 5 4zM16 8l5 4-5 4z',
  grain: 'M2 12h20M6 8l-4 4 4 4M18 8l4 4-4 4',
  light: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  nudge: 'M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3',
  stitches: 'M3 18c4 0 4-12 9-12s5 12 9 12',
  zoom: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M15 15l6 6M10 7v6M7 10h6',
} as const;

export function ToolIcon({ name }: { name: keyof typeof outlines }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
