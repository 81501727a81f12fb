import { AppError } from '#platform/errors/app-error.ts';

/** `field` is the name that the size has in the request. */
export const unknownSize = (field: 'size' | 'size_tried', size: string, sizes: readonly string[]): AppError =>
  new AppError('fit.unknown_size', {
    message: `This comes in ${sizes.join(', ')}. Choose the one you tried.`,
    fields: { [field]: `${size} is not one of them` },
  });

export const outcomeInFuture = (): AppError =>
  new AppError('request.invalid', {
    message: 'This lies in the future. Say when it was kept or came back, or leave `at` out.',
    fields: { at: 'in the future' },
  });

export const tooManyOutcomes = (): AppError =>
  new AppError('fit.too_many_outcomes', {
    message: 'Of this shopper 2000 purchases are kept already, more than any advice reads. Leave this one out.',
  });

export const unlikelyMeasurement = (field: string, message: string): AppError =>
  new AppError('fit.unlikely_measurement', { message, fields: { [field]: message } });

/** `fields`: by measure the question that is asked back. */
export const unlikelyMeasurements = (fields: Record<string, string>): AppError =>
  new AppError('fit.unlikely_measurement', { message: Object.values(fields)[0]!, fields });

/** `fields`: by measure what is unusual about it. */
export const unlikelyGarment = (fields: Record<string, string>): AppError =>
  new AppError('fit.unlikely_garment', { message: Object.values(fields)[0]!, fields });

export const unlikelyZone = (message: string): AppError => new AppError('fit.unlikely_zone', { message, fields: { low_cm: message } });

export const tooManyOwned = (): AppError =>
  new AppError('fit.too_many_owned', { message: 'Sixty garments tell us all we can learn. Remove one that fits less well first.' });

export const notSizedByBody = (product_name: string): AppError =>
  new AppError('fit.no_size_chart', {
    message: `${product_name}: this is not sized by the measures of a body. Take the size you usually wear; we would rather say so than guess.`,
  });

export const tooFewOutcomes = (count: number, needed: number): AppError =>
  new AppError('fit.too_few_outcomes', {
    message: `Outcomes known so far: ${count}, of ${needed} needed to learn from. Until then the built-in priors answer.`,
  });
