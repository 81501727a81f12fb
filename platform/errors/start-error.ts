/** Why the program cannot start, as one or two sentences that say what to do; printed without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}
