import type { Translate } from '#web/messages/translate.ts';
import type { WatchedFigure } from './read-model.ts';

/** Writes a log loss, or an AUC, with its three places; two versions often differ only in the last. */
export const lossText = ({ locale }: Translate, value: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value);

/** Writes a share in percent with one place: a calibration error of 1.4 % is not 1 %. */
export const shareText = ({ locale }: Translate, share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);

/** Writes a figure of a model as it is read: shares in percent, the others as they are. */
export function figureText(t: Translate, name: WatchedFigure, value: number | null): string {
  if (value === null) return t('operator.model_unknown');
  return name === 'log_loss' || name === 'mean_auc' ? lossText(t, value) : shareText(t, value);
}
