import { AppError } from '#platform/errors/app-error.ts';
import type { Outcome } from './run-task.ts';

/** Gives what a task returned, or throws here what it refused there: an AppError is a class only on its own side. */
export function reviveOutcome(outcome: Outcome): unknown {
  if ('value' in outcome) return outcome.value;
  const { code, ...rest } = outcome.refused;
  throw new AppError(code, rest);
}
