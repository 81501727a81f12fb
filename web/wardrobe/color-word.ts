import type { MessageKey } from '#web/messages/translate.ts';
import type { Translate } from '#web/messages/translate.ts';
import { type GarmentColor, garment_colors } from '#contract/garment-colors.ts';

/** What a colour is called in the shopper's language; a name they gave it themselves stays as it is. */
export const colorWord = (t: Translate, name: string): string =>
  (garment_colors as readonly string[]).includes(name) ? t(`garment_color.${name as GarmentColor}` satisfies MessageKey) : name;
