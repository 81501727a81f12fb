import { useState } from 'react';
import { ToolButton } from '../tool-button.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Tool',
  about: 'An icon without words beside it: only pin, swap, heart, share, the bag, and closing.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <div className="row">
          <ToolButton icon="pin" label={words.pin} />
          <ToolButton icon="swap" label={words.swap} />
          <ToolButton icon="share" label={words.share} />
          <ToolButton icon="bag" label={words.bag_items} count={2} />
        </div>
      ),
    },
    { name: words.chosen, Draw: Hearts },
    { name: words.focus, Draw: () => <ToolButton icon="heart" label={words.heart} className="is-focus" /> },
  ],
};

function Hearts() {
  const [is_saved, setSaved] = useState(true);
  return <ToolButton icon="heart" label={words.heart} is_pressed={is_saved} onClick={() => setSaved(!is_saved)} />;
}
