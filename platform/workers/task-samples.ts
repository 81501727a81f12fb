import { setImmediate } from 'node:timers/promises';
import { AppError } from '#platform/errors/app-error.ts';
import { inNativeTurn } from './native-turn.ts';

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

/** Is at a native call that comes back only after another one was not begun, because the thread is about to end. */
export async function callTwice(_input: unknown, tell?: (note: unknown) => void): Promise<never> {
  const first = Promise.withResolvers<void>();
  void inNativeTurn(() => first.promise);
  tell?.('begun');
  for (let is_begun = true; is_begun; await setImmediate()) {
    is_begun = false;
    void inNativeTurn(() => Promise.resolve((is_begun = true)));
  }
  first.resolve();
  return new Promise(() => undefined);
}
