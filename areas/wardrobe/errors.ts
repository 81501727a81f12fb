import { AppError } from '#platform/errors/app-error.ts';

export const wardrobeFull = (most: number, has_account: boolean): AppError =>
  new AppError('wardrobe.full', {
    message: has_account
      ? `Your wardrobe holds ${most} garments, the most we keep. Delete one that you no longer own first.`
      : `Without an account we keep ${most} garments. Sign up to add more; these stay.`,
  });

export const tooManySaved = (most: number): AppError =>
  new AppError('wardrobe.too_many_saved', { message: `You keep ${most} things for later already. Take some off the list first.` });

export const dayAhead = (field: string): AppError =>
  new AppError('request.invalid', {
    message: 'This day is still to come. Choose today, or a day before.',
    fields: { [field]: 'in the future' },
  });

export const productHasNot = (field: string, names: readonly string[]): AppError =>
  new AppError('request.invalid', {
    message: names.length === 0 ? 'This product names no colours. Leave it out.' : 'This product does not come in that colour.',
    fields: { [field]: names.length === 0 ? 'left out' : `one of: ${names.join(', ')}` },
  });
