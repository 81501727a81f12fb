export type QuestionState = 'planned' | 'asked' | 'answered' | 'dismissed' | 'withdrawn';

/** From where to where a question goes. An answer may be changed, and what was put away still be answered. */
const ways: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
  planned: ['asked', 'withdrawn'],
  asked: ['answered', 'dismissed'],
  answered: ['answered'],
  dismissed: ['dismissed', 'answered'],
  withdrawn: [],
};

/** Tells whether a question may go from one state to another. */
export const mayGo = (from: QuestionState, to: QuestionState): boolean => ways[from].includes(to);
