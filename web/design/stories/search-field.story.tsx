import { useState } from 'react';
import { SearchField } from '../search-field.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Search',
  about: 'A lens before the words; the cross empties it and keeps the focus.',
  states: [
    { name: words.rest, Draw: () => <Search first={words.searched} /> },
    { name: words.empty, Draw: () => <Search first="" /> },
    { name: words.off, Draw: () => <SearchField label={words.search} value={words.searched} onChange={nothing} disabled /> },
    { name: words.long, Draw: () => <Search first={words.long_text} /> },
  ],
};

const nothing = () => {};

function Search({ first }: { first: string }) {
  const [value, setValue] = useState(first);
  return <SearchField label={words.search} value={value} onChange={setValue} />;
}
