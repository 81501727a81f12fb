import { useState } from 'react';
import type { FitFeedback, Fitting } from '#contract/fit.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Given {
  size: string | null;
  feedback: Partial<FitFeedback>;
  keep: 'yes' | 'no' | null;
  /** null while the note is not asked for. */
  note: string | null;
}
interface Outcome {
  size_tried: string;
  fit_feedback: FitFeedback;
  would_keep: boolean;
  notes?: string;
}

/**
 * Holds what is said of a size that was tried. Only the size is filled in beforehand (what was tried last, else the advice):
 * a scale that starts at "perfect" would make people say so.
 */
export function useFeedback({ outcome, size_options }: Fitting, advised: string | null) {
  const t = useTranslate();
  const size = outcome?.size_tried ?? advised;
  const [given, setGiven] = useState<Given>({
    size: size && size_options.includes(size) ? size : null,
    feedback: {},
    keep: null,
    note: null,
  });
  const [is_checked, setChecked] = useState(false);
  const missing = {
    size: is_checked && given.size === null ? t('feedback.needs_size') : undefined,
    overall: is_checked && !given.feedback.overall ? t('feedback.needs_overall') : undefined,
    keep: is_checked && given.keep === null ? t('feedback.needs_keep') : undefined,
  };
  const check = (): Outcome | null => {
    setChecked(true);
    const {
      size: size_tried,
      feedback: { overall, ...rest },
      keep,
      note,
    } = given;
    if (size_tried === null || !overall || keep === null) return null;
    return { size_tried, fit_feedback: { overall, ...rest }, would_keep: keep === 'yes', ...(note?.trim() ? { notes: note.trim() } : {}) };
  };
  return { given, missing, check, change: (part: Partial<Given>) => setGiven((now) => ({ ...now, ...part })) };
}
