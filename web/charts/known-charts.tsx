import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import type { KnownChart, SizeChartShown } from '#contract/size-charts.ts';
import { useSay } from '#web/design/say.tsx';
import { suretyOf } from '#web/fitting/read-advice.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ChartInUseSection } from './chart-in-use-section.tsx';
import { compareCharts } from './compare-charts.ts';
import { CorrectSection } from './correct-section.tsx';
import { OtherCharts } from './other-charts.tsx';
import type { Subject } from './use-correction.ts';

interface Props {
  charts: KnownChart[];
  subject: Subject;
  fitting: Fitting | undefined;
  advice: SizeAdvice | undefined;
  is_correcting: boolean;
}

/** The chart that counts, its correction, and the others. */
export function KnownCharts({ charts, subject, fitting, advice, is_correcting }: Props) {
  const t = useTranslate();
  const say = useSay();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [is_open, setOpen] = useState(is_correcting);
  const in_use = charts.find((chart) => chart.is_in_use);
  const own = in_use?.brand === null ? undefined : in_use;
  const goToTop = () => document.querySelector<HTMLElement>('main h1')?.focus();
  const settle = (saved: SizeChartShown) => {
    const count = own ? compareCharts(saved.sizes, own.sizes).changed : 0;
    // A chart that knows too few of a garment's sizes does not count for it, and that is said.
    const fresh = fitting && queries.getQueryData<Fitting>(['fitting', fitting.session_id]);
    const is_unused = fresh !== undefined && !fresh.size_chart?.is_yours;
    const said = t(is_unused ? 'charts.saved_unused' : own ? 'charts.saved' : 'charts.saved_first', { count, brand: subject.brand });
    if (!fitting) {
      setOpen(false);
      say(said);
      goToTop();
      return;
    }
    const size = advice?.recommended_size;
    const before = advice && size ? { size, percent: Math.round(suretyOf(advice) * 100) } : undefined;
    void navigate({
      to: '/fitting/$session_id',
      params: { session_id: fitting.session_id },
      state: { chart_saved: said, ...(before ? { before } : {}) },
    });
  };
  return (
    <>
      <ChartInUseSection {...{ in_use, brand: subject.brand }} onTakenBack={goToTop} />
      <CorrectSection {...{ subject, own, is_open, size_options: fitting?.size_options ?? [] }} onOpen={setOpen} onSaved={settle} />
      <OtherCharts charts={charts.filter((chart) => chart !== in_use)} in_use={in_use} />
    </>
  );
}
