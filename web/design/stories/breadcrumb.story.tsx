import { Breadcrumb } from '../breadcrumb.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Breadcrumb',
  about: 'Where a page lies, from the outside in.',
  states: [
    { name: words.rest, Draw: () => <Breadcrumb crumbs={[shop, knits, { key: 'garment', step: words.sweater }]} /> },
    { name: words.long, Draw: () => <Breadcrumb crumbs={[shop, knits, { key: 'garment', step: words.long_text }]} /> },
  ],
};

const shop = { key: 'shop', step: <a href="#main">{words.shop}</a> };
const knits = { key: 'knits', step: <a href="#main">{words.knits}</a> };
