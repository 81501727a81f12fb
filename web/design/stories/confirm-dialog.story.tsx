import { useState } from 'react';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Dialog',
  about: 'Only before what cannot be undone. The focus stands on the safe answer, and so does Escape.',
  states: [{ name: words.try_it, Draw: Ask }],
};

function Ask() {
  const [is_open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button icon="trash" onClick={() => setOpen(true)}>
        {words.delete_title}
      </Button>
      {is_open && (
        <ConfirmDialog
          title={words.delete_title}
          confirm={words.delete}
          keep={words.keep_them}
          is_busy={false}
          onConfirm={close}
          onClose={close}
        >
          <p>{words.delete_text}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
