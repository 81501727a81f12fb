import { AppError } from '#platform/errors/app-error.ts';

export const uploadEnded = (): AppError =>
  new AppError('upload.ended', { message: 'This upload has ended, or was taken back. Choose the file again.' });

export const wrongOffset = (offset_bytes?: number): AppError =>
  new AppError('upload.wrong_offset', {
    message: 'The upload stands elsewhere. Ask how far it is (HEAD), and go on from there.',
    ...(offset_bytes === undefined ? {} : { detail: `it stands at ${offset_bytes}` }),
  });

export const partTooLarge = (bytes_max: number): AppError =>
  new AppError('request.too_large', {
    message: `This is more than was announced, or than the ${Math.floor(bytes_max / 1024 / 1024)} MB that we take. Send a smaller file.`,
  });

export const otherProtocol = (): AppError =>
  new AppError('upload.other_protocol', { message: 'Uploads speak tus 1.0.0. Send the header Tus-Resumable: 1.0.0.' });

export const notAPart = (): AppError =>
  new AppError('request.unsupported_type', {
    message: 'Send pieces as application/offset+octet-stream, or the whole file with PUT.',
  });

export const badHeader = (name: string): AppError =>
  new AppError('request.invalid', { message: `The header ${name} must be a whole number of bytes.`, fields: { [name]: 'a whole number' } });
