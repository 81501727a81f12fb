import { useTranslate } from '#web/messages/translate-context.ts';
import { girth_feels } from './fit-scale.tsx';

interface Props {
  legend: string;
  /** What was said already. */
  value: (typeof girth_feels)[number] | null;
  is_busy?: boolean;
}

/** Five buttons on a seam, each an answer by itself: one tap sends the form around it. Not radios, which a key would already answer. */
export function FitAnswers({ legend, value, is_busy = false }: Props) {
  const t = useTranslate();
  return (
    <div className="fit-answers" role="group" aria-label={legend}>
      {girth_feels.map((feel) => (
        <button
          key={feel}
          type="submit"
          name="answer"
          value={feel}
          aria-pressed={value === feel}
          aria-disabled={is_busy || undefined}
          onClick={(event) => is_busy && event.preventDefault()}
        >
          {t(`feel.${feel}`)}
        </button>
      ))}
    </div>
  );
}
