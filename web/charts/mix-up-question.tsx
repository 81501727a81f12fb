import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Units } from '#web/people/units.ts';

interface Props {
  meant: Units;
  onRename: (units: Units) => void;
  onSure: () => void;
}

/** Asks whether the figures are in the other unit, before anything is kept. */
export function MixUpQuestion({ meant, onRename, onSure }: Props) {
  const t = useTranslate();
  return (
    <div className="notice basted mix-up" role="status">
      <p className="small">{t('charts.mix_up', { meant })}</p>
      <div className="row wraps wide-gap">
        <Button look="link" onClick={() => onRename(meant)}>
          {t('charts.mix_up_yes', { meant })}
        </Button>
        <Button look="link" onClick={onSure}>
          {t('charts.mix_up_no')}
        </Button>
      </div>
    </div>
  );
}
