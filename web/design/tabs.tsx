import * as Radix from 'radix-ui/tabs';
import type { ReactNode } from 'react';

export interface Tab {
  value: string;
  label: string;
  count?: number;
  is_off?: boolean;
  content: ReactNode;
}
interface Props {
  /** What the tabs divide, for who listens. */
  label: string;
  tabs: Tab[];
  value: string;
  onChange: (value: string) => void;
}

/** Parts of one page, one at a time; the notch stands under the current. Arrow keys move along, as in any list of tabs. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  // Radix makes ids of the values, and an id may hold no space: so it is told places, not values.
  const placeOf = (wanted: string) => String(tabs.findIndex((tab) => tab.value === wanted));
  return (
    <Radix.Root value={placeOf(value)} onValueChange={(place) => onChange(tabs[Number(place)]!.value)}>
      <Radix.List className="tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} className="tab" value={placeOf(tab.value)} disabled={tab.is_off}>
            <span data-word={tab.label}>{tab.label}</span>
            {tab.count !== undefined && <sup>{tab.count}</sup>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} className="tab-page" value={placeOf(tab.value)}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
