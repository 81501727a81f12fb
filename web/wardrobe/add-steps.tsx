import { useTranslate } from '#web/messages/translate-context.ts';

const steps = ['photo', 'background', 'tags'] as const;
export type Step = (typeof steps)[number];

/** Where one is on the way: what lies behind is sewn, what is to come is basted. */
export function AddSteps({ step }: { step: Step }) {
  const t = useTranslate();
  const at = steps.indexOf(step);
  return (
    <ol className="steps" aria-label={t('add.step', { step: at + 1, of: steps.length })}>
      {steps.map((one, i) => (
        <li key={one} className={i < at ? 'on' : i === at ? 'on now' : undefined} aria-current={i === at ? 'step' : undefined}>
          {t(`add.step_${one}`)}
        </li>
      ))}
    </ol>
  );
}
