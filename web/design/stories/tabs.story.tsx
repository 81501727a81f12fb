import { useState } from 'react';
import { Tabs } from '../tabs.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Tabs',
  about: 'Parts of one page, one at a time.',
  states: [
    { name: words.rest, Draw: () => <Parts names={words.categories} /> },
    { name: words.many, Draw: () => <Parts names={Array.from({ length: 40 }, (_, index) => words.category(index + 1))} /> },
    { name: words.long, Draw: () => <Parts names={[words.long_text, words.long_word]} /> },
  ],
};

function Parts({ names }: { names: string[] }) {
  const [value, setValue] = useState(names[0]!);
  const tabs = names.map((name, index) => ({
    value: name,
    label: name,
    count: index * 3 + 1,
    is_off: index === 4,
    content: <p>{words.about_tab(name)}</p>,
  }));
  return <Tabs label={words.garments} {...{ tabs, value }} onChange={setValue} />;
}
