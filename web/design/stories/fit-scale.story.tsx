import { useState } from 'react';
import { type Feel, FitScale, girth_feels } from '../fit-scale.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Fit scale',
  about: 'Five stops on a seam, the zone in the middle; its word stands at the end of the line.',
  states: [
    { name: words.chosen, Draw: () => <Scale first="slightly_small" /> },
    { name: words.empty, Draw: () => <Scale first={undefined} /> },
    {
      name: words.error,
      Draw: () => <FitScale legend={words.overall} feels={girth_feels} value={undefined} onChange={nothing} error={words.choose_size} />,
    },
  ],
};

const nothing = () => {};

function Scale({ first }: { first: Feel | undefined }) {
  const [feel, setFeel] = useState<Feel | undefined>(first);
  return <FitScale<Feel> legend={words.overall} feels={girth_feels} value={feel} onChange={setFeel} />;
}
