import * as z from 'zod';
import type { Clock } from '#platform/clock/clock.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import { composeLetter } from './compose-letter.ts';
import type { Mail, MailAddress, MailDriver, MailMessage, MailOutcome } from './mail.ts';

interface Sender {
  from: MailAddress;
  clock: Clock;
  metrics: Pick<Metrics, 'mails_total'>;
}

/** It becomes the name of a file, and a part of the message's own name. */
const id_form = /^[a-z0-9-]{1,80}$/;
/** One person's address and nothing else: what a program would read as two, or as a header, is none. */
const mailbox = z.email().max(254);

/** Makes the port in front of a driver: checks whom it goes to, writes the message, counts what became of it. */
export function makeMail(driver: MailDriver, { from, clock, metrics }: Sender): Mail {
  return {
    send: async (message) => {
      const outcome = await sendChecked(message);
      metrics.mails_total.inc({ outcome: outcome.status });
      return outcome;
    },
    forget: async (id) => {
      checkId(id);
      await driver.forget(id);
    },
  };

  async function sendChecked(message: MailMessage): Promise<MailOutcome> {
    checkId(message.id);
    if (!mailbox.safeParse(message.to).success) return { status: 'refused', reason: 'this is no mail address' };
    const raw = await composeLetter(message, { from, at: clock.now() });
    try {
      return await driver.deliver({ id: message.id, from: from.address, to: message.to, raw });
    } catch (error) {
      return { status: 'postponed', reason: (error as Error).message };
    }
  }
}

function checkId(id: string): void {
  if (!id_form.test(id)) throw new Error(`not a message's id: ${id}`);
}
