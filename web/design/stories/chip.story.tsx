import { useState } from 'react';
import { Chip, RemovableChip } from '../chip.tsx';
import { forty_sizes } from './size-names.ts';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Chip',
  about: 'A word that filters while it is ink; basted when we only guess that you mean it.',
  states: [
    { name: words.rest, Draw: Occasions },
    { name: words.remove, Draw: Filters },
    { name: words.guessed, Draw: () => <Chip label={words.perhaps_rain} is_chosen={false} is_basted onChange={nothing} /> },
    { name: words.off, Draw: () => <Chip label={words.perhaps_rain} is_chosen={false} is_off onChange={nothing} /> },
    {
      name: words.many,
      Draw: () => (
        <div className="chips">
          {forty_sizes.map((size) => (
            <Chip key={size} label={size} is_chosen={size === '32'} onChange={nothing} />
          ))}
        </div>
      ),
    },
    { name: words.long, Draw: () => <RemovableChip label={words.long_text} onRemove={nothing} /> },
  ],
};

const nothing = () => {};

function Occasions() {
  const [chosen, setChosen] = useState([words.occasions[0]]);
  const change = (name: string, is_chosen: boolean) => setChosen(is_chosen ? [...chosen, name] : chosen.filter((one) => one !== name));
  return (
    <div className="chips">
      {words.occasions.map((name) => (
        <Chip key={name} label={name} is_chosen={chosen.includes(name)} onChange={(is_chosen) => change(name, is_chosen)} />
      ))}
    </div>
  );
}

function Filters() {
  const [filters, setFilters] = useState(words.occasions);
  return (
    <div className="chips" role="group" aria-label={words.filters}>
      {filters.map((name) => (
        <RemovableChip key={name} label={name} onRemove={() => setFilters(filters.filter((one) => one !== name))} />
      ))}
    </div>
  );
}
