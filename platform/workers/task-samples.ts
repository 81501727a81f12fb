import { AppError } from '#platform/errors/app-error.ts';

// What the tests of workers run in a thread.

export const double = (n: number): number => n * 2;

export function refuse(message: string): never {
  throw new AppError('request.invalid', { message, fields: { name: 'x' } });
}

export function fail(): never {
  throw new Error('it broke');
}

export function spin(): never {
  for (;;) Math.random();
}

export function hoard(): never {
  const kept: unknown[] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
}
