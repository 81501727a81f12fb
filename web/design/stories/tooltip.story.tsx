import { ToolButton } from '../tool-button.tsx';
import { Tooltip } from '../tooltip.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Tooltip',
  about: 'The words of a tool, on hover and on focus; never the only place that says it.',
  states: [
    {
      name: words.try_it,
      Draw: () => (
        <Tooltip text={words.pin_why}>
          <ToolButton icon="pin" label={words.pin} />
        </Tooltip>
      ),
    },
  ],
};
