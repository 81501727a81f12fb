import { FitAnswers } from '../fit-answers.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Fit answers',
  about: 'One tap is the answer: five buttons on a seam. Where more is asked than this, the fit scale.',
  states: [
    { name: words.empty, Draw: () => <FitAnswers legend={words.overall} value={null} /> },
    { name: words.chosen, Draw: () => <FitAnswers legend={words.overall} value="slightly_small" /> },
    { name: words.busy, Draw: () => <FitAnswers legend={words.overall} value={null} is_busy /> },
  ],
};
