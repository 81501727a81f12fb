import { useState } from 'react';
import { Field } from '#web/design/field.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { readWords, word_length_max, words_max } from './read-words.ts';

interface Props {
  label: string;
  hint: string;
  words: string[];
  onChange: (words: string[]) => void;
}

/** A few words in one line, parted by commas; kept when the focus leaves or Enter is pressed. */
export function WordsField({ label, hint, words, onChange }: Props) {
  const t = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  const read = readWords(draft ?? '');
  const keep = () => {
    if (draft === null || read.trouble) return;
    setDraft(null);
    if (read.words.join('\n') !== words.join('\n')) onChange(read.words);
  };
  const trouble = draft === null ? null : read.trouble;
  return (
    <Field
      label={label}
      hint={hint}
      autoComplete="off"
      value={draft ?? words.join(', ')}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
      error={trouble && t(`prefs.words_${trouble}`, { max: trouble === 'too_long' ? word_length_max : words_max })}
    />
  );
}
