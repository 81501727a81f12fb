import type { FitFeedback, Fitting } from '#contract/fit.ts';
import { FitScale, girth_feels, length_feels } from '#web/design/fit-scale.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

type Dimension = Exclude<keyof FitFeedback, 'overall'>;
const girths = ['chest', 'waist', 'hip', 'shoulders'] as const;
const lengths = ['sleeves', 'length', 'inseam'] as const;

/** What can be felt in a kind of garment when its shop states no measurements. */
const by_category: Partial<Record<Fitting['category'], readonly Dimension[]>> = {
  trousers: ['waist', 'hip', 'inseam'],
  jeans: ['waist', 'hip', 'inseam'],
  shorts: ['waist', 'hip'],
  skirt: ['waist', 'hip', 'length'],
  dress: ['chest', 'waist', 'hip', 'length'],
};

interface Props {
  fitting: Fitting;
  feedback: Partial<FitFeedback>;
  error: string | undefined;
  onChange: (feedback: Partial<FitFeedback>) => void;
}

/** Overall first, then the dimensions that apply to this garment; these may be left unsaid. */
export function FeedbackScales({ fitting: { available_measurements, category }, feedback, error, onChange }: Props) {
  const t = useTranslate();
  const stated = new Set<string>(available_measurements);
  const fallback = new Set<string>(by_category[category] ?? ['chest', 'shoulders', 'sleeves', 'length']);
  const applies = (name: Dimension) => ([...girths, ...lengths].some((one) => stated.has(one)) ? stated : fallback).has(name);
  return (
    <>
      <FitScale
        legend={t('dimension.overall')}
        feels={girth_feels}
        value={feedback.overall}
        error={error}
        onChange={(overall) => onChange({ ...feedback, overall })}
      />
      {girths.filter(applies).map((name) => (
        <FitScale
          key={name}
          legend={t(`dimension.${name}`)}
          feels={girth_feels}
          value={feedback[name]}
          onChange={(feel) => onChange({ ...feedback, [name]: feel })}
        />
      ))}
      {lengths.filter(applies).map((name) => (
        <FitScale
          key={name}
          legend={t(`dimension.${name}`)}
          feels={length_feels}
          value={feedback[name]}
          onChange={(feel) => onChange({ ...feedback, [name]: feel })}
        />
      ))}
    </>
  );
}
