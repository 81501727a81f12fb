import { AppError } from '#platform/errors/app-error.ts';

export const badEndpoint = (cause: unknown): AppError =>
  new AppError('inbox.bad_endpoint', {
    message: 'Messages go to an https address of a host with a name, such as https://shop.example/toile. Give such a one.',
    fields: { url: 'not an https address of a host with a name' },
    cause,
  });

export const tooManyEndpoints = (): AppError =>
  new AppError('inbox.too_many_endpoints', { message: 'This key has ten endpoints already. Remove one that you no longer need.' });

export const whoseEndpoint = (): AppError =>
  new AppError('request.invalid', { message: 'Say in api_key_id whose endpoint this is.', fields: { api_key_id: 'missing' } });
