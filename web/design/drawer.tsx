import { type ReactNode, useId } from 'react';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ToolButton } from './tool-button.tsx';
import { useModal } from './use-modal.ts';

interface Props {
  title: string;
  children: ReactNode;
  /** Stays in sight while the rest scrolls: the one action. */
  foot?: ReactNode;
  onClose: () => void;
}

/** Something beside the page, such as the bag: from the side, or the whole of a phone. The cross, Escape and a press outside shut it. */
export function Drawer({ title, children, foot, onClose }: Props) {
  const t = useTranslate();
  const dialog = useModal();
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape is the browser's own; this is the press outside
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // Everything inside covers the dialog, so a press on itself was a press on the scrim.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className="drawer-head">
        <h2 className="display head" id={id}>
          {title}
        </h2>
        <ToolButton icon="x" label={t('design.close')} onClick={() => dialog.current?.close()} />
      </div>
      <div className="drawer-body">{children}</div>
      {foot && <div className="drawer-foot">{foot}</div>}
    </dialog>
  );
}
