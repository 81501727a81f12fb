import type { Command } from '#platform/area/area.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { makeSigningKey } from './signing-keys.ts';

/** `toile rotate-signing-key`: for a habit. Tokens signed before stay valid until they end. */
export const rotateSigningKey: Command = {
  name: 'rotate-signing-key',
  usage: 'toile rotate-signing-key',
  summary: 'Sign access tokens with a new key from now on; tokens signed before stay valid until they end.',
  run: async (ctx) => {
    await inTransaction(ctx, async (tx) => {
      await makeSigningKey(tx);
      await recordAct(tx, { action: 'people.signing_key_made', subject: 'server' });
    });
    return 'Access tokens get a new key; running servers notice within a minute.';
  },
};
