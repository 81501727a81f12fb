import { BastedLines } from '../basted-lines.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Lines on their way',
  about: 'Text that is coming, in basting. The words beside it say what is waited for.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <>
          <p className="small quiet">{words.loading_text}</p>
          <BastedLines lines={4} />
        </>
      ),
    },
  ],
};
