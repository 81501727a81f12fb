import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { usePromote, useRollBack, useTrain } from './model-queries.ts';

export type ModelActs = ReturnType<typeof useModelActs>;

/** What an operator does with the size model: each says what came of it, and what can be undone offers so. */
export function useModelActs() {
  const t = useTranslate();
  const say = useSay();
  const [training, promoting, goingBack] = [useTrain(), usePromote(), useRollBack()];
  const acts = [training, promoting, goingBack];
  // A refusal stands until the next act, not beside it.
  const beginAnew = () => acts.forEach((act) => act.reset());
  const undo = (run: () => void) => ({ action: { label: t('owned.undo'), run } });
  const sayInUse = (version: number | null) =>
    version === null ? t('operator.model_priors_again') : t('operator.model_answers_now', { version });
  const train = () => {
    beginAnew();
    training.mutate(undefined, { onSuccess: () => say(t('operator.model_training')) });
  };
  const promote = (version: number) => {
    beginAnew();
    promoting.mutate(version, {
      onSuccess: () =>
        say(
          sayInUse(version),
          undo(() => goingBack.mutate(undefined, { onSuccess: tellInUse })),
        ),
    });
  };
  const goBack = (from: number) => {
    beginAnew();
    goingBack.mutate(undefined, {
      onSuccess: ({ promoted_version }) =>
        say(
          sayInUse(promoted_version),
          undo(() => promoting.mutate(from, { onSuccess: tellInUse })),
        ),
    });
  };
  const tellInUse = ({ promoted_version }: { promoted_version: number | null }) => say(sayInUse(promoted_version));
  return {
    train,
    promote,
    goBack,
    is_training: training.isPending,
    is_changing: promoting.isPending || goingBack.isPending,
    error: acts.find(({ error }) => error)?.error,
  };
}
