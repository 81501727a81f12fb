import { Icon, type IconName } from '../icon.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Icon',
  about: 'Outlines on a grid of 24. What points along the line turns with it.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <div className="row wraps">
          {names.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </div>
      ),
    },
  ],
};

const names: IconName[] = [
  'bag',
  'camera',
  'down',
  'heart',
  'link',
  'minus',
  'offline',
  'person',
  'pin',
  'plus',
  'right',
  'search',
  'share',
  'swap',
  'trash',
  'undo',
  'warn',
  'x',
];
