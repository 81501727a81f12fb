import { useState } from 'react';
import { ShowMore } from '../show-more.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Show more',
  about: 'How much of a list is here, and the button for the next of it.',
  states: [
    { name: words.rest, Draw: More },
    { name: words.busy, Draw: () => <ShowMore label={words.garments} shown={24} total={60} is_busy onMore={nothing} /> },
    { name: words.chosen, Draw: () => <ShowMore label={words.garments} shown={60} total={60} onMore={nothing} /> },
  ],
};

const nothing = () => {};

function More() {
  const [shown, setShown] = useState(24);
  return <ShowMore label={words.garments} shown={shown} total={60} onMore={() => setShown(Math.min(60, shown + 24))} />;
}
