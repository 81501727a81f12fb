import { useTranslate } from '#web/messages/translate-context.ts';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  is_chosen: boolean;
  /** Our guess of what you mean, not yet yours. */
  is_basted?: boolean;
  is_off?: boolean;
  onChange: (is_chosen: boolean) => void;
}

/** A word that filters while it is ink. */
export function Chip({ label, is_chosen, is_basted, is_off, onChange }: Props) {
  return (
    <button
      type="button"
      className={is_basted ? 'chip is-basted' : 'chip'}
      aria-pressed={is_chosen}
      disabled={is_off}
      onClick={() => onChange(!is_chosen)}
    >
      {label}
    </button>
  );
}

/** A filter that counts, with a cross that takes it away. */
export function RemovableChip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useTranslate();
  return (
    <button type="button" className="chip is-removable" aria-label={t('design.remove', { label })} onClick={onRemove}>
      {label}
      <Icon name="x" />
    </button>
  );
}
