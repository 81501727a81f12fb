import type { ComponentProps } from 'react';

type Look = 'ink' | 'plain' | 'quiet' | 'link';
interface Props extends ComponentProps<'button'> {
  look?: Look;
  is_tall?: boolean;
  is_wide?: boolean;
  /** Working: stays focusable and says so, but takes no second press. */
  is_busy?: boolean;
}

const classes: Record<Look, string> = { ink: 'btn ink', plain: 'btn', quiet: 'btn quiet', link: 'link small' };

/** A button that never submits unasked, and keeps its focus while it works. */
export function Button({ look = 'plain', is_tall, is_wide, is_busy = false, className = '', onClick, type = 'button', ...rest }: Props) {
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
    />
  );
}
