import { noChart } from '../errors.ts';
import { readPastedCharts } from '../reading/size-tables/read-pasted-chart.ts';
import type { StatedChart } from '../reading/size-tables/stated-chart.ts';

/** Reads the size charts in what somebody pasted. Throws `catalog.no_chart`, with what to copy, where there is none. */
export function readPasted(text: string): StatedChart[] {
  const charts = readPastedCharts(text);
  if (charts.length === 0) throw noChart();
  return charts;
}
