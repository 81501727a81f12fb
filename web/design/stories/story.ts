import type { ReactNode } from 'react';

/** One state of a component, drawn. It may use hooks: it is rendered as a component. */
export interface StoryState {
  name: string;
  Draw: () => ReactNode;
}

/** A component in every state it has. */
export interface Story {
  title: string;
  /** What it means, or when to use it, in one sentence. */
  about: string;
  states: StoryState[];
}
