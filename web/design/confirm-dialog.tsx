import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { useModal } from './use-modal.ts';

interface Props {
  title: string;
  children: ReactNode;
  confirm: string;
  keep: string;
  is_busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone. The focus stands on the safe answer; Escape is the safe answer too. */
export function ConfirmDialog({ title, children, confirm, keep, is_busy, onConfirm, onClose }: Props) {
  const dialog = useModal();
  const safe = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => safe.current?.focus(), []);
  return (
    <dialog ref={dialog} className="sheet" role="alertdialog" aria-labelledby={id} aria-describedby={`${id}-body`} onClose={onClose}>
      <h2 className="display head" id={id}>
        {title}
      </h2>
      <div id={`${id}-body`}>{children}</div>
      <div className="row wraps">
        <Button look="ink" is_busy={is_busy} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button ref={safe} look="quiet" onClick={() => dialog.current?.close()}>
          {keep}
        </Button>
      </div>
    </dialog>
  );
}
