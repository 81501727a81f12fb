import * as Radix from 'radix-ui/tooltip';
import type { ReactElement } from 'react';

/** ms; long enough that crossing a row of tools opens none. */
const delay_ms = 500;

/** Says in words what the child shows, on hover and on focus. A finger never sees it, so nothing may be said only here. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Radix.Provider delayDuration={delay_ms}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Content className="tip" sideOffset={2} collisionPadding={16}>
          {text}
          <Radix.Arrow asChild>
            <span className="tip-notch" />
          </Radix.Arrow>
        </Radix.Content>
      </Radix.Root>
    </Radix.Provider>
  );
}
