import { useState } from 'react';
import { Button } from '../button.tsx';
import { Drawer } from '../drawer.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Drawer',
  about: 'Something beside the page, such as the bag; on a phone the whole of it.',
  states: [{ name: words.try_it, Draw: Bag }],
};

function Bag() {
  const [is_open, setOpen] = useState(false);
  return (
    <>
      <Button icon="bag" onClick={() => setOpen(true)}>
        {words.bag}
      </Button>
      {is_open && (
        <Drawer
          title={words.bag}
          onClose={() => setOpen(false)}
          foot={
            <Button look="ink" is_tall is_wide>
              {words.pay}
            </Button>
          }
        >
          <p className="row between">
            <span>{words.bag_line}</span> <span>{words.bag_price}</span>
          </p>
        </Drawer>
      )}
    </>
  );
}
