import { useState } from 'react';
import { Stepper } from '../stepper.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Stepper',
  about: 'A small whole number, by one more, one fewer, or typed.',
  states: [
    { name: words.rest, Draw: () => <Pieces first={2} /> },
    { name: words.empty, Draw: () => <Pieces first={0} /> },
    { name: words.off, Draw: () => <Stepper label={words.pieces} value={1} is_off onChange={nothing} /> },
    { name: words.error, Draw: () => <Stepper label={words.pieces} value={4} error={words.one_left} onChange={nothing} /> },
  ],
};

const nothing = () => {};

function Pieces({ first }: { first: number }) {
  const [value, setValue] = useState(first);
  return <Stepper label={words.pieces} value={value} max={9} onChange={setValue} />;
}
