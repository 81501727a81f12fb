import { Link } from '@tanstack/react-router';
import type { AdviceReason } from '#contract/fit.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { measure_at, writeCorrection } from '#web/people/read-correction.ts';

interface Props {
  reason: Extract<AdviceReason, { code: 'contradicts' }>;
  profile_id: string;
}

/** Leads from what does not go together to the very field where it can be put right. */
export function CorrectLink({ reason, profile_id }: Props) {
  const t = useTranslate();
  if (reason.what === 'garment' && reason.session_id)
    return (
      <Link className="link small" to="/fitting/$session_id/feedback" params={{ session_id: reason.session_id }}>
        {t('reason.look_again')}
      </Link>
    );
  const what = reason.what === 'garment' ? { owned_id: reason.owned_id } : { measure: measure_at[reason.name] };
  return (
    <Link className="link small" to="/profile" hash={writeCorrection({ profile_id, ...what })}>
      {t(reason.what === 'garment' ? 'reason.look_again' : 'reason.measure_again')}
    </Link>
  );
}
