import { LoadingGarment } from '../loading-garment.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Loading',
  about: 'A garment’s outline being sewn while we do not know how long it takes.',
  states: [{ name: words.rest, Draw: () => <LoadingGarment text={words.loading} /> }],
};
