import type { Command } from '#platform/area/area.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { forgetSession } from './sign-in/identify.ts';
import { findByEmail, updatePerson } from './person.store.ts';
import { listSessionsOf } from './sign-in/session.store.ts';

const roles = ['shopper', 'boutique', 'operator'] as const;

/** `toile grant EMAIL ROLE`: how the first operator comes to be. Only who can reach the data folder can run it. */
export const grant: Command = {
  name: 'grant',
  usage: 'toile grant EMAIL shopper|boutique|operator',
  summary: 'Give somebody who has signed up a role; the first operator is made this way.',
  run: async (ctx, [email = '', role = '']) => {
    const wanted = roles.find((known) => known === role);
    if (!email || !wanted) throw new StartError(`Say who and what: ${grant.usage}`);
    const person = await findByEmail(ctx, email.trim().toLowerCase());
    if (!person) throw new StartError(`Nobody has signed up as ${email}. Let them sign up first, then grant the role.`);
    await inTransaction(ctx, async (tx) => {
      await updatePerson(tx, person.id, { role: wanted });
      await recordAct(tx, { action: 'people.role_granted', subject: `person:${person.id}`, detail: { role: wanted } });
    });
    for (const session of await listSessionsOf(ctx, person.id)) await forgetSession(ctx, session.id);
    return `${email} is now ${wanted}. Open sessions notice within ten seconds.`;
  },
};
