import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Look = 'ink' | 'plain' | 'quiet' | 'link';
interface Props extends ComponentProps<'button'> {
  look?: Look;
  icon?: IconName;
  is_tall?: boolean;
  is_wide?: boolean;
  /** Working: stays focusable and says so, but takes no second press. */
  is_busy?: boolean;
}

const classes: Record<Look, string> = { ink: 'btn ink', plain: 'btn', quiet: 'btn quiet', link: 'link small' };

/** A button that never submits unasked, and keeps its focus while it works. One `ink` a view; `disabled` is dashed. */
export function Button(props: Props) {
  const { look = 'plain', icon, is_tall, is_wide, is_busy = false, className = '', onClick, type = 'button', children, ...rest } = props;
  const all = [classes[look], is_tall ? 'tall' : '', is_wide ? 'wide' : '', className].filter(Boolean).join(' ');
  return (
    <button
      {...rest}
      type={type}
      className={all}
      aria-disabled={is_busy || undefined}
      onClick={(event) => {
        if (is_busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
