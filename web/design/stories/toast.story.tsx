import { Button } from '../button.tsx';
import { useSay } from '../say.tsx';
import { Toast } from '../toast.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Toast',
  about: 'What was done, with one action, for six seconds; swiped away. Never an error.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <div className="stack">
          <Toast text={words.saved} action={{ label: words.view, run: nothing }} onGone={nothing} />
          <Toast text={words.archived} action={{ label: words.undo, run: nothing }} onGone={nothing} />
        </div>
      ),
    },
    { name: words.long, Draw: () => <Toast text={words.long_text} action={{ label: words.undo, run: nothing }} onGone={nothing} /> },
    { name: words.try_it, Draw: Speak },
  ],
};

const nothing = () => {};

function Speak() {
  const say = useSay();
  return (
    <Button look="quiet" onClick={() => say(words.saved, { action: { label: words.undo, run: () => say(words.archived) } })}>
      {words.saved}
    </Button>
  );
}
