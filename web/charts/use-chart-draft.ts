import { useState } from 'react';
import type { DimensionName } from '#contract/catalog.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import type { Units } from '#web/people/units.ts';
import { type ChartDraft, convertDraft, draftOf, readDraft } from './chart-draft.ts';
import type { ChartSize } from './chart-figures.ts';
import { findChartMixUp } from './find-chart-mix-up.ts';

/** Holds the chart that is typed, in the units of the screen, and asks back when the figures look like the other unit. */
export function useChartDraft(begin: (units: Units) => ChartDraft) {
  const { number: write } = useTranslate();
  const { units, setUnits } = useUnits();
  // Units may be switched elsewhere on the page, so the draft knows its own.
  const [typed, setTyped] = useState(() => ({ draft: begin(units), units }));
  const [is_sure, setSure] = useState(false);
  const inTheirUnits = (kept: Typed) =>
    kept.units === units ? kept.draft : convertDraft(kept.draft, { from: kept.units, to: units, write });
  const draft = inTheirUnits(typed);
  const type = (change: (now: ChartDraft) => ChartDraft) => {
    setSure(false);
    setTyped((now) => ({ draft: change(inTheirUnits(now)), units }));
  };
  const changeRow = (key: number, change: (row: ChartDraft['rows'][number]) => ChartDraft['rows'][number]) =>
    type((now) => ({ ...now, rows: now.rows.map((row) => (row.key === key ? change(row) : row)) }));
  return {
    units,
    draft,
    read: readDraft(draft, units),
    mix_up: is_sure ? null : findChartMixUp(draft, units),
    typeCell: (key: number, name: DimensionName, text: string) =>
      changeRow(key, (row) => ({ ...row, cells: { ...row.cells, [name]: text } })),
    typeLabel: (key: number, label: string) => changeRow(key, (row) => ({ ...row, label })),
    addRow: () =>
      type((now) => ({ ...now, rows: [...now.rows, { key: 1 + Math.max(-1, ...now.rows.map(({ key }) => key)), label: '', cells: {} }] })),
    removeRow: (key: number) => type((now) => ({ ...now, rows: now.rows.filter((row) => row.key !== key) })),
    addDimension: (name: DimensionName) => type((now) => ({ ...now, dimensions: [...now.dimensions, name] })),
    take: (sizes: readonly ChartSize[]) => type(() => draftOf(sizes, { units, write })),
    switchUnits: setUnits,
    /** The figures were right and their unit was not. */
    renameUnits: (next: Units) => {
      setTyped({ draft, units: next });
      setUnits(next);
    },
    beSure: () => setSure(true),
  };
}

interface Typed {
  draft: ChartDraft;
  units: Units;
}

export type DraftInHand = ReturnType<typeof useChartDraft>;
