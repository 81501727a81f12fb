import { useState } from 'react';
import { Button } from '../button.tsx';
import { Menu } from '../menu.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Menu',
  about: 'A few actions behind one button.',
  states: [{ name: words.try_it, Draw: Actions }],
};

function Actions() {
  const [done, setDone] = useState('');
  const items = [
    { label: words.share, icon: 'share' as const, onChoose: () => setDone(words.share) },
    { label: words.move, icon: 'swap' as const, is_off: true, onChoose: () => setDone(words.move) },
    { label: words.archive, icon: 'trash' as const, is_apart: true, onChoose: () => setDone(words.archive) },
  ];
  return (
    <div className="row">
      <Menu items={items}>
        <Button look="quiet">{words.more_actions}</Button>
      </Menu>
      <output className="small quiet">{done}</output>
    </div>
  );
}
