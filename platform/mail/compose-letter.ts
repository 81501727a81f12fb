import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailAddress, MailMessage } from './mail.ts';

/** Longer subjects are cut by mail programs anyway, and a header line ends at 998 bytes. */
const subject_max = 200;

/** Writes a message as it goes out (RFC 5322): text first, the same as HTML beside it, and who may answer or end it. */
export async function composeLetter(message: MailMessage, { from, at }: { from: MailAddress; at: Date }): Promise<Buffer> {
  const { id, to, text, html, language, unsubscribe_url } = message;
  const composer = new MailComposer({
    from,
    to: { name: '', address: to },
    subject: oneLine(message.subject).slice(0, subject_max),
    messageId: `<${id}@${from.address.split('@')[1]}>`,
    date: at,
    text,
    html,
    newline: 'windows',
    // Neither file nor address in a text is ever read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Content-Language': language,
      // Holiday replies stay away (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe_url === undefined ? {} : listHeaders(unsubscribe_url)),
    },
  });
  return composer.compile().build();
}

const listHeaders = (url: string) => ({
  // Written and re-read as an address, so that nothing in it ends the line; never folded, which some receivers do not undo.
  'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${new URL(url).href}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** A line break in a subject would begin a header of somebody's own. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
