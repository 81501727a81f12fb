import { SewnProgress } from '../sewn-progress.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Progress',
  about: 'Sewn stitch by stitch, at its true rate.',
  states: [
    {
      name: words.part,
      Draw: () => (
        <div className="stack">
          {[0, 8, 31].map((done) => (
            <SewnProgress key={done} label={words.loading_wardrobe} done={done} total={46} text={words.of(done, 46)} />
          ))}
        </div>
      ),
    },
    { name: words.chosen, Draw: () => <SewnProgress label={words.rendering} done={46} total={46} text={words.of(46, 46)} /> },
  ],
};
