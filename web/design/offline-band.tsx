import { useTranslate } from '#web/messages/translate-context.ts';
import { Icon } from './icon.tsx';

/** A basted band while the line is cut, with what works meanwhile. It goes by itself; there is nothing to press. */
export function OfflineBand({ text }: { text: string }) {
  const t = useTranslate();
  return (
    <div className="notice basted has-icon small" role="status">
      <Icon name="offline" />
      <p>
        <span className="b">{t('design.offline')}</span> {text}
      </p>
    </div>
  );
}
