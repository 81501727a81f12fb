import { createFileRoute } from '@tanstack/react-router';
import { type ChartAddress, SizeChartPage } from '#web/charts/size-chart-page.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { type SizedCategory, sized_categories } from '#contract/garment-kinds.ts';

/** Reads what an address says of a chart; without a brand there is none. */
function readAddress({
  brand,
  category,
  sizing,
  back,
  correct,
}: Record<string, unknown>): Partial<ChartAddress> & { category: SizedCategory } {
  return {
    category: sized_categories.find((one) => one === category) ?? 'other',
    ...(typeof brand === 'string' || typeof brand === 'number' ? { brand: String(brand).trim().slice(0, 80) } : {}),
    ...(sizing === 'women' || sizing === 'men' ? { sizing } : {}),
    ...(typeof back === 'string' && back !== '' ? { back } : {}),
    ...(correct === true || correct === 'true' ? { correct: true } : {}),
  };
}

export const Route = createFileRoute('/size-chart')({ validateSearch: readAddress, component: SizeChart });

function SizeChart() {
  const { brand, ...rest } = Route.useSearch();
  return brand ? <SizeChartPage address={{ brand, ...rest }} /> : <MissingPage />;
}
