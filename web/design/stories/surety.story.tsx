import { Surety } from '../surety.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Surety',
  about: 'How sure, in words, number and line. Never a number alone.',
  states: [
    {
      name: words.known,
      Draw: () => (
        <div className="stack">
          <Surety confidence={0.92} />
          <Surety confidence={0.82} />
          <Surety confidence={0.63} />
        </div>
      ),
    },
    {
      name: words.guessed,
      Draw: () => (
        <div className="stack">
          <Surety confidence={0.41} />
          <Surety confidence={0} />
        </div>
      ),
    },
    { name: words.chosen, Draw: () => <Surety confidence={1} /> },
  ],
};
