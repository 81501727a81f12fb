import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Letter, MailDriver, MailOutcome } from '../mail.ts';
import type { SmtpPlace } from '../read-mail-url.ts';

/** A server that is there answers at once; one that greets slowly does so on purpose, for some seconds. In ms. */
const connect_ms = 10_000;
/** Some servers look at a message for long before they take it; RFC 5321 would allow ten minutes, a worker cannot wait so long. */
const silence_ms = 60_000;

interface Patience {
  connect_ms: number;
  silence_ms: number;
}

/**
 * Hands each message to one mail server, in a connection of its own. A password is only given over TLS, or to this very machine.
 * It knows whether a message that failed may have been taken: only after the server let us begin to send it.
 */
export function smtpMail(place: SmtpPlace, patience: Patience = { connect_ms, silence_ms }): MailDriver {
  return {
    deliver: (letter) => deliver(letter, { place, patience }),
    // What the server took is its own.
    forget: () => Promise.resolve(),
  };
}

async function deliver(letter: Letter, { place, patience }: { place: SmtpPlace; patience: Patience }): Promise<MailOutcome> {
  const { host, port, is_tls, login } = place;
  const connection = new SMTPConnection({
    host,
    port,
    secure: is_tls,
    requireTLS: login !== null && !isHere(host),
    connectionTimeout: patience.connect_ms,
    greetingTimeout: patience.connect_ms,
    dnsTimeout: patience.connect_ms,
    socketTimeout: patience.silence_ms,
  });
  const body = bodyOf(letter.raw);
  try {
    await untilItFails(connection, async () => {
      await called((done) => connection.connect(done));
      if (login) await called((done) => connection.login({ user: login.user, pass: login.password }, done));
      await called((done) => connection.send({ from: letter.from, to: letter.to }, body.stream, done));
    });
    connection.quit();
    return { status: 'sent' };
  } catch (error) {
    connection.close();
    return judge(error as SMTPConnection.SMTPError, body.isBegun());
  }
}

/** Read only once the server asked for it, so that we know how far it came. */
function bodyOf(raw: Buffer): { stream: Readable; isBegun: () => boolean } {
  let is_begun = false;
  const stream = new Readable({
    read() {
      is_begun = true;
      this.push(raw);
      this.push(null);
    },
  });
  return { stream, isBegun: () => is_begun };
}

/** An answer of the server is certain. Without one, a message that was begun may have been taken. */
function judge({ message, responseCode = 0, command }: SMTPConnection.SMTPError, is_begun: boolean): MailOutcome {
  const is_about_the_message = command === 'RCPT TO' || command === 'DATA';
  if (responseCode >= 500 && is_about_the_message) return { status: 'refused', reason: message };
  // What the server has against us, such as the password, an operator can mend.
  return { status: is_begun && responseCode < 400 ? 'unsure' : 'postponed', reason: message };
}

const called = (act: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    act((error) => (error ? reject(error) : resolve()));
  });

/** A broken connection tells no callback, only its listeners. */
const untilItFails = (connection: SMTPConnection, work: () => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the mail server hung up')));
    work().then(resolve, reject);
  });

const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
