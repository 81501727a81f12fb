import { OfflineBand } from '../offline-band.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Offline',
  about: 'A basted band while the line is cut. It goes by itself.',
  states: [
    { name: words.rest, Draw: () => <OfflineBand text={words.offline_text} /> },
    { name: words.long, Draw: () => <OfflineBand text={words.long_text} /> },
  ],
};
