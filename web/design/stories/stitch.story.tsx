import { Stitch } from '../stitch.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Stitch',
  about: 'The mark before a claim: sewn when it is known, basted when it is a guess.',
  states: [
    {
      name: words.known,
      Draw: () => (
        <p className="row">
          <Stitch is_known /> {words.seam}
        </p>
      ),
    },
    {
      name: words.guessed,
      Draw: () => (
        <p className="row">
          <Stitch is_known={false} /> {words.baste}
        </p>
      ),
    },
    {
      name: words.wide,
      Draw: () => (
        <div className="stack">
          <Stitch is_known is_full />
          <Stitch is_known={false} is_full />
        </div>
      ),
    },
  ],
};
