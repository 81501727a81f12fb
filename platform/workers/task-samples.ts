import { AppError } from '#platform/errors/app-error.ts';

// What the tests of workers run in a thread.

export const double = (n: number): number => n * 2;

/** Says what it is at, and works on without a pause. */
export function count(n: number, tell?: (note: unknown) => void): number {
  for (let i = 1; i <= n; i += 1) tell?.(i);
  return n;
}

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
