import { useState } from 'react';
import { Switch } from '../switch.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Switch',
  about: 'It acts at once: sewn is on, basted is off. What waits for a button is a checkbox.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <>
          <Remember first />
          <Remember first={false} />
        </>
      ),
    },
    {
      name: words.off,
      Draw: () => (
        <>
          <Switch label={words.stitches} is_on is_off_limits onChange={nothing} />
          <Switch label={words.stitches} is_on={false} is_off_limits onChange={nothing} />
        </>
      ),
    },
    { name: words.long, Draw: () => <Switch label={words.long_text} is_on onChange={nothing} /> },
  ],
};

const nothing = () => {};

function Remember({ first }: { first: boolean }) {
  const [is_on, setOn] = useState(first);
  return <Switch label={words.switch} is_on={is_on} onChange={setOn} />;
}
