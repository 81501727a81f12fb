import type { FitAnswer } from '#contract/inbox.ts';
import type { QuestionState } from './question-state.ts';

/** `waiting` for its turn; `unsure`: handed over, and nobody said whether it was taken, so it is not sent again. */
export type MailState = 'none' | 'waiting' | 'sending' | 'sent' | 'refused' | 'unsure';

/** The tables of this area. Times are ISO text. */
export type InboxTables = {
  inbox_questions: {
    id: string;
    fitting_id: string;
    person_id: string;
    profile_id: string;
    product_id: string;
    state: QuestionState;
    due_at: string;
    asked_at: string | null;
    size: string | null;
    answer: FitAnswer | null;
    read_at: string | null;
    closed_at: string | null;
    mail_state: MailState;
    mailed_at: string | null;
  };
};
