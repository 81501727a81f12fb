/** A message to one person, as a use case hands it in. */
export interface MailMessage {
  /** The same for every try of one message: it names the message to receivers, so that one that comes twice is seen to be one. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  /** Where one press ends mails like this one (RFC 8058); an address that takes a POST and shows a page to a GET. */
  unsubscribe_url?: string;
}

/**
 * What became of a message. `refused`: the receiver will never take it. `postponed`: surely not sent, so trying again is right.
 * `unsure`: it was handed over and no answer came; trying again may send it twice.
 */
export type MailOutcome = { status: 'sent' } | { status: 'refused' | 'postponed' | 'unsure'; reason: string };

/** Sends messages: into a folder, or through a mail server. */
export interface Mail {
  /** Never throws for what a mail server does or says. */
  send: (message: MailMessage) => Promise<MailOutcome>;
  /** Takes away what is still kept here of a message; what left the house cannot be called back. */
  forget: (id: string) => Promise<void>;
}

/** Who writes. */
export interface MailAddress {
  name: string;
  address: string;
}

/** A message as it goes out. */
export interface Letter {
  id: string;
  from: string;
  to: string;
  /** RFC 5322, lines ended by CR LF. */
  raw: Buffer;
}

/** One way to send. What it throws counts as surely not sent. */
export interface MailDriver {
  deliver: (letter: Letter) => Promise<MailOutcome>;
  forget: (id: string) => Promise<void>;
}
