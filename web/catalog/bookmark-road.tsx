import { type MouseEvent, useEffect, useRef } from 'react';
import { Button } from '#web/design/button.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { writeBookmarklet } from './bookmark/write-bookmarklet.ts';

/** The bookmark that sends a garment's page here from the shopper's own browser, and how to keep it. */
export function BookmarkRoad() {
  const t = useTranslate();
  const say = useSay();
  const link = useRef<HTMLAnchorElement>(null);
  const words = { handing: t('tab.handing'), refused: t('tab.refused'), copy: t('tab.copy') };
  // It hands pages to where the shopper is now, which only their browser knows.
  const write = () => writeBookmarklet({ origin: window.location.origin, words });
  useEffect(() => {
    // React replaces javascript: addresses with an error; this one is our own and meant to be dragged away.
    link.current?.setAttribute('href', write());
  });
  const explain = (event: MouseEvent) => {
    event.preventDefault();
    say(t('roads.bookmark_pressed'));
  };
  const copy = () => {
    navigator.clipboard.writeText(write()).then(
      () => say(t('roads.bookmark_copied')),
      () => say(t('roads.bookmark_copy_failed')),
    );
  };
  return (
    <div className="road">
      <h3 className="display title">{t('roads.bookmark_title')}</h3>
      <p className="small quiet">{t('roads.bookmark_hint')}</p>
      <a ref={link} className="btn bookmarklet" href="/" draggable onClick={explain}>
        {t('roads.bookmark')}
      </a>
      <p className="small quiet">{t('roads.bookmark_phone')}</p>
      <Button look="link" onClick={copy}>
        {t('roads.bookmark_copy')}
      </Button>
    </div>
  );
}
