import { join } from 'node:path';
import type { Clock } from '#platform/clock/clock.ts';
import { dataDir, publicUrl, type Config } from '#platform/config/config.ts';
import { StartError } from '#platform/errors/start-error.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import { folderMail } from './folder/folder-mail.ts';
import type { Mail, MailAddress } from './mail.ts';
import { makeMail } from './make-mail.ts';
import { readMailFrom } from './read-mail-from.ts';
import { readMailUrl } from './read-mail-url.ts';
import { smtpMail } from './smtp/smtp-mail.ts';

/** Opens the mail server in MAIL_URL, or the outbox folder under DATA_DIR; asks nobody yet, so a server that is away stops no start. */
export function openMail(config: Config, { clock, metrics }: { clock: Clock; metrics: Metrics }): Mail {
  const place = readMailUrl(config.MAIL_URL);
  const given = readMailFrom(config.MAIL_FROM);
  if (place && !given) {
    throw new StartError('MAIL_URL is set and MAIL_FROM is not. Say who writes, such as MAIL_FROM="Toile <fit@shop.example>".');
  }
  const from = given ?? nobody(config);
  if (place) return makeMail(smtpMail(place), { from, clock, metrics });
  return makeMail(folderMail(join(dataDir(config), 'outbox'), clock), { from, clock, metrics });
}

/** For the folder, where nothing is really sent. */
const nobody = (config: Config): MailAddress => ({ name: 'Toile', address: `no-reply@${hostOf(config)}` });

function hostOf(config: Config): string {
  const { hostname } = new URL(publicUrl(config));
  return hostname.includes('.') && /^[\w.-]+$/.test(hostname) ? hostname : 'toile.invalid';
}
