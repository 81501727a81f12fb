import { ApiError } from '#contract/client.ts';
import { ErrorNotice } from '../error-notice.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Error',
  about: 'What failed and what to do next, with the number that finds it in the log.',
  states: [
    { name: words.rest, Draw: () => <ErrorNotice error={refused} onRetry={nothing} /> },
    { name: words.off, Draw: () => <ErrorNotice error={new TypeError()} /> },
  ],
};

const nothing = () => {};
const refused = new ApiError(502, {
  code: 'catalog.retailer_unavailable',
  message: words.failed,
  request_id: '7f3a91c2',
  timestamp: '2026-11-25T09:00:00.000Z',
});
