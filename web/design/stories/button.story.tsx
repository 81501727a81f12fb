import type { ReactNode } from 'react';
import { Button } from '../button.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Button',
  about: 'One ink button a view. Hover bastes a line inside, press sews it; off is dashed.',
  states: [
    {
      name: words.rest,
      Draw: () => (
        <Row>
          <Button look="ink">{words.find}</Button>
          <Button>{words.see}</Button>
          <Button look="quiet">{words.share}</Button>
          <Button look="link">{words.undo}</Button>
        </Row>
      ),
    },
    {
      name: words.hover,
      Draw: () => (
        <Row>
          <Button look="ink" className="is-hover">
            {words.find}
          </Button>
          <Button className="is-hover">{words.see}</Button>
          <Button look="quiet" className="is-hover">
            {words.share}
          </Button>
          <Button look="link" className="is-hover">
            {words.undo}
          </Button>
        </Row>
      ),
    },
    {
      name: words.pressed,
      Draw: () => (
        <Row>
          <Button look="ink" className="is-pressed">
            {words.find}
          </Button>
          <Button className="is-pressed">{words.see}</Button>
        </Row>
      ),
    },
    {
      name: words.focus,
      Draw: () => (
        <Row>
          <Button look="ink" className="is-focus">
            {words.find}
          </Button>
          <Button className="is-focus">{words.see}</Button>
        </Row>
      ),
    },
    {
      name: words.busy,
      Draw: () => (
        <Row>
          <Button look="ink" is_busy>
            {words.saving}
          </Button>
          <Button is_busy>{words.saving}</Button>
        </Row>
      ),
    },
    {
      name: words.off,
      Draw: () => (
        <Row>
          <Button look="ink" disabled>
            {words.sold_out}
          </Button>
          <Button disabled>{words.sold_out}</Button>
          <Button look="link" disabled>
            {words.undo}
          </Button>
        </Row>
      ),
    },
    {
      name: words.with_icon,
      Draw: () => (
        <Row>
          <Button look="ink" icon="camera">
            {words.take_photo}
          </Button>
          <Button icon="plus">{words.add_clothing}</Button>
          <Button look="quiet" icon="undo">
            {words.undo}
          </Button>
        </Row>
      ),
    },
    {
      name: words.tall,
      Draw: () => (
        <Button look="ink" is_tall is_wide>
          {words.add_to_bag}
        </Button>
      ),
    },
    { name: words.long, Draw: () => <Button>{words.long_text}</Button> },
  ],
};

const Row = ({ children }: { children: ReactNode }) => <div className="row wraps">{children}</div>;
