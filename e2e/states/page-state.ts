import type { Page } from '@playwright/test';

/** What only the server's owner can do for a state. */
export interface Helper {
  grantOperator: (email: string) => Promise<void>;
  /** Keeps versions of the size model, as trainings would; one is in use. */
  keepModels: () => Promise<void>;
}

/** A page as somebody may find it. */
export interface PageState {
  name: string;
  /** The file of `web/routes` that draws it, without its ending. */
  route: string;
  open: (page: Page, helper: Helper) => Promise<unknown>;
}
