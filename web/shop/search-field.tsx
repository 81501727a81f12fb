import { type FormEvent, useRef } from 'react';
import { Icon } from '#web/design/icon.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Words to look for. A plain form, so that it also works before the app does, and without it. */
export function SearchField({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(input.current?.value ?? '');
  };
  return (
    <form className="search" action="/shop" method="get" role="search" onSubmit={submit}>
      <label className="sr" htmlFor="q">
        {t('shop.search')}
      </label>
      <Icon name="search" />
      {/* The address is the truth: going back brings back the words of then. */}
      <input
        key={value}
        ref={input}
        className="input"
        id="q"
        name="q"
        type="search"
        maxLength={200}
        defaultValue={value}
        placeholder={t('shop.search_example')}
      />
    </form>
  );
}
