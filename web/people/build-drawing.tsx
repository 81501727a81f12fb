import type { BuildLevel, BuildPlace } from '#contract/body-build.ts';

/** Sideways by this much for each level, of a drawing 28 wide. */
const step = 4;

/** A body in two strokes, from the side for the belly, from the front for the others: which of three it is shows at a glance. */
export function BuildDrawing({ place, level }: { place: BuildPlace; level: BuildLevel }) {
  return (
    <svg className="build-drawing" viewBox="0 0 28 32" aria-hidden="true">
      {strokes[place](level * step).map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

const strokes: Record<BuildPlace, (by: number) => string[]> = {
  belly: (by) => ['M9 3C7 10 10 16 8 22V29', `M16 3C18 8 ${20 + by} 13 ${20 + by} 18S17 24 17 29`],
  chest: (by) => [`M9 3C5 5 ${4 - by / 2} 7 ${5 - by / 2} 11S10 19 9 29`, `M19 3C23 5 ${24 + by / 2} 7 ${23 + by / 2} 11S18 19 19 29`],
  hip: (by) => [`M8 3C9 9 9 12 7 16S${4 - by / 2} 24 ${5 - by / 2} 29`, `M20 3C19 9 19 12 21 16S${24 + by / 2} 24 ${23 + by / 2} 29`],
};
