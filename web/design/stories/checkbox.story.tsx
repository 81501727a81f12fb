import { useState } from 'react';
import { Checkbox } from '../checkbox.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Checkbox',
  about: 'A square with a notch cut into it.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <div className="stack">
          <Stocked first={false} />
          <Stocked first />
        </div>
      ),
    },
    { name: words.part, Draw: () => <Checkbox label={words.all_orders} value="some" onChange={nothing} /> },
    {
      name: words.off,
      Draw: () => (
        <div className="stack">
          <Checkbox label={words.checkbox} value={false} is_off onChange={nothing} />
          <Checkbox label={words.checkbox} value is_off onChange={nothing} />
        </div>
      ),
    },
    { name: words.long, Draw: () => <Checkbox label={words.long_text} value onChange={nothing} /> },
  ],
};

const nothing = () => {};

function Stocked({ first }: { first: boolean }) {
  const [is_chosen, setChosen] = useState(first);
  return <Checkbox label={words.checkbox} value={is_chosen} onChange={setChosen} />;
}
