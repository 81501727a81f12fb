import { useChangeMe } from '#web/api/account-queries.ts';
import { useUnits } from './units-context.ts';
import type { Units } from './units.ts';

/** Changes the units of the screen at once, and tells the server too, which writes advice and mail in them. */
export function useChooseUnits(): { units: Units; choose: (units: Units) => void } {
  const { units, setUnits } = useUnits();
  const change = useChangeMe();
  const choose = (chosen: Units) => {
    setUnits(chosen);
    // Should it fail, the screen still shows what was chosen; the next choice tells the server again.
    change.mutate({ prefs: { units: chosen } });
  };
  return { units, choose };
}
