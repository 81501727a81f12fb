import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Props extends ComponentProps<'button'> {
  icon: IconName;
  /** Its name for who listens: an icon says nothing by itself. */
  label: string;
  count?: number;
  /** For what is on or off, such as a heart; its name does not change. */
  is_pressed?: boolean;
}

/** An icon that acts, without words beside it: only pin, swap, heart, share, the bag, and closing. */
export function ToolButton({ icon, label, count, is_pressed, className = '', ...rest }: Props) {
  return (
    <button type="button" {...rest} className={`tool ${className}`} aria-label={label} aria-pressed={is_pressed}>
      <Icon name={icon} />
      {count !== undefined && (
        <span className="count" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
