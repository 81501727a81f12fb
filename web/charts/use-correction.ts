import { sizedKind } from '#contract/garment-kinds.ts';
import { type FormEvent, type RefObject, useEffect, useState } from 'react';
import type { SizeChartShown } from '#contract/size-charts.ts';
import { type ChartQuery, useCorrectChart } from '#web/api/chart-queries.ts';
import { readLink } from '#web/catalog/read-link.ts';
import { fieldTexts } from '#web/messages/error-text.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { About } from './about-fields.tsx';
import { draftOf, emptyDraft, placeRefusals } from './chart-draft.ts';
import { useChartDraft } from './use-chart-draft.ts';

/** Of whom and what the chart is. */
export type Subject = Required<Pick<ChartQuery, 'brand' | 'sizing' | 'category'>> & Pick<ChartQuery, 'product_id'>;

/** Fewer do not make a chart; as the contract has it. */
const sizes_min = 2;
const legwear = ['trousers', 'jeans', 'shorts', 'skirt'];

interface Options {
  subject: Subject;
  /** The brand's own chart as it counts now; without one nothing is filled in but the sizes. */
  own: Pick<SizeChartShown, 'sizes'> | undefined;
  size_options: readonly string[];
  form: RefObject<HTMLFormElement | null>;
  onSaved: (saved: SizeChartShown) => void;
}

/** Holds a correction until it is kept: the figures, where they stand, and what has to be mended first. */
export function useCorrection({ subject, own, size_options, form, onSaved }: Options) {
  const t = useTranslate();
  const hand = useChartDraft((units) =>
    own
      ? draftOf(own.sizes, { units, write: t.number })
      : emptyDraft(
          size_options.length > 0 ? size_options : ['S', 'M', 'L'],
          legwear.includes(subject.category) ? ['waist', 'hip'] : ['chest', 'waist'],
        ),
  );
  const [about, setAbout] = useState<About>({ source: '', source_url: '', note: '', credited_to: '' });
  const [is_checked, setChecked] = useState(false);
  const correct = useCorrectChart();
  const { sizes, keys, troubles } = hand.read;
  const link = about.source_url.trim() === '' ? undefined : readLink(about.source_url);
  const is_few = sizes.length < sizes_min;
  const missing = {
    source: is_checked && about.source.trim() === '' ? t('charts.needs_source') : undefined,
    source_url: is_checked && link === null ? t('charts.bad_link') : undefined,
  };
  const refusals = placeRefusals(fieldTexts(t, correct.error), keys);
  // Errors are drawn after this event, so the first one is looked for in the next frame.
  const focusTrouble = () => requestAnimationFrame(() => focusFirst(form.current));
  // Refusals are drawn when the answer has come through, which may take longer than a frame.
  useEffect(() => {
    if (correct.error) focusFirst(form.current);
  }, [correct.error, form]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const is_ready = Object.keys(troubles).length === 0 && hand.mix_up === null && !is_few && about.source.trim() !== '' && link !== null;
    if (!is_ready || correct.isPending) return void focusTrouble();
    const { brand, sizing, category } = subject;
    const said = Object.fromEntries(
      Object.entries({ note: about.note.trim(), credited_to: about.credited_to.trim() }).filter(([, text]) => text !== ''),
    );
    const body = {
      brand,
      sizing,
      category: sizedKind(category),
      unit: hand.units,
      sizes,
      source: about.source.trim(),
      ...(link ? { source_url: link } : {}),
      ...said,
    };
    return correct.mutate(body, { onSuccess: onSaved });
  };
  return {
    hand,
    about,
    changeAbout: (part: Partial<About>) => setAbout((now) => ({ ...now, ...part })),
    errors: { ...refusals, ...Object.fromEntries(Object.entries(missing).filter(([, text]) => text !== undefined)) },
    refusals,
    is_checked,
    is_few: is_checked && is_few,
    save,
    correct,
  };
}

const focusFirst = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"], .mix-up button, .few')?.focus();
