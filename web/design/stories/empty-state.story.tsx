import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Empty',
  about: 'Nothing here yet: the outline of what will be, and the one way to begin.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <EmptyState category="t-shirt" title={words.empty_title} text={words.empty_text}>
          <Button look="ink">{words.add_clothing}</Button>
        </EmptyState>
      ),
    },
  ],
};
