import * as Radix from 'radix-ui/dropdown-menu';
import { Fragment, type ReactElement } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  label: string;
  icon?: IconName;
  is_off?: boolean;
  /** Begins a new group: a line above it. */
  is_apart?: boolean;
  onChoose: () => void;
}

/**
 * A few actions behind one button (the child), with the keys that menus have. It is drawn in place, not at the end of the page:
 * so it keeps the theme and direction of where it stands.
 */
export function Menu({ items, children }: { items: MenuItem[]; children: ReactElement }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Content className="menu" align="start" sideOffset={4} collisionPadding={16} loop>
        {items.map((item) => (
          <Fragment key={item.label}>
            {item.is_apart && <Radix.Separator className="menu-line" />}
            <Radix.Item className="menu-item" disabled={item.is_off} onSelect={item.onChoose}>
              {item.icon && <Icon name={item.icon} size_px={20} />}
              {item.label}
            </Radix.Item>
          </Fragment>
        ))}
      </Radix.Content>
    </Radix.Root>
  );
}
