import { Field, FieldError, Select, TextArea } from '../field.tsx';
import { Button } from '../button.tsx';
import type { Story } from './story.ts';
import { words } from './words.ts';

export const story: Story = {
  title: 'Field',
  about: 'A label that stays, a hint beneath, and an error that says what to do next.',
  states: [
    { name: words.rest, Draw: () => <Field label={words.link} defaultValue={words.list_link} /> },
    { name: words.empty, Draw: () => <Field label={words.link} placeholder={words.link_example} /> },
    { name: words.hint, Draw: () => <Field label={words.link} hint={words.link_hint} /> },
    { name: words.focus, Draw: () => <Field label={words.link} className="input is-focus" /> },
    {
      name: words.error,
      Draw: () => (
        <Field
          label={words.link}
          defaultValue={words.list_link}
          error={
            <>
              {words.link_wrong} <Button look="link">{words.undo}</Button>
            </>
          }
        />
      ),
    },
    {
      name: words.off,
      Draw: () => (
        <>
          <Field label={words.link} defaultValue={words.list_link} disabled />
          <FieldError>{words.choose_size}</FieldError>
        </>
      ),
    },
    { name: words.note, Draw: () => <TextArea label={words.note} placeholder={words.note_example} /> },
    {
      name: words.kind,
      Draw: () => (
        <Select label={words.kind} defaultValue={words.kinds[1]}>
          {words.kinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </Select>
      ),
    },
    {
      name: words.long,
      Draw: () => (
        <>
          <TextArea label={words.long_text} defaultValue={words.long_text} />
          <Select label={words.kind}>
            <option>{words.long_text}</option>
          </Select>
        </>
      ),
    },
  ],
};
