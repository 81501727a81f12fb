import { findSelfProfile } from '#areas/people/index.ts';
import type { PersonalData } from '#platform/area/context.ts';
import { messageId } from './question-link.ts';
import { deleteQuestionsOf, listQuestionsOf, moveQuestions } from './question.store.ts';

/** Questions follow a person, are shown to them and leave with them, with what lies in the outbox. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    const [from, to] = [await findSelfProfile(tx, from_person_id), await findSelfProfile(tx, to_person_id)];
    await moveQuestions(tx, { person_id: from_person_id, profile_id: from.id }, { person_id: to_person_id, profile_id: to.id });
  },
  export: async (ctx, person_id) => ({ questions: await listQuestionsOf(ctx, person_id) }),
  erase: async (tx, person_id, scope) => {
    if (scope === 'photos') return 0;
    const removed = await deleteQuestionsOf(tx, person_id);
    for (const { id, mail_state } of removed) if (mail_state !== 'none') await tx.mail.forget(messageId(id));
    return removed.length;
  },
};
