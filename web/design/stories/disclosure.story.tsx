import { Disclosure } from '../disclosure.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Disclosure',
  about: 'A line that opens to more of it.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <div>
          <Disclosure title={words.measurements}>
            <p>{words.measurements_text}</p>
          </Disclosure>
          <Disclosure title={words.chart}>
            <p>{words.measurements_text}</p>
          </Disclosure>
          <Disclosure title={words.delivery}>
            <p>{words.measurements_text}</p>
          </Disclosure>
        </div>
      ),
    },
    {
      name: words.open,
      Draw: () => (
        <Disclosure title={words.measurements} is_open>
          <p>{words.long_text}</p>
        </Disclosure>
      ),
    },
    {
      name: words.long,
      Draw: () => (
        <Disclosure title={words.long_text}>
          <p>{words.long_text}</p>
        </Disclosure>
      ),
    },
  ],
};
