export interface SmtpPlace {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise the connection turns to TLS where the server offers it. */
  is_tls: boolean;
  login: { user: string; password: string } | null;
}

/** What mail servers listen on for programs: RFC 6409, and RFC 8314 with TLS from the start. */
const ports = { 'smtp:': 587, 'smtps:': 465 } as const;

/** Reads `smtp://USER:PASSWORD@HOST:PORT` or `smtps://…`; null when it is neither. */
export function readMailUrl(text: string): SmtpPlace | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search } = new URL(text);
  if (!(protocol in ports) || !hostname || (pathname !== '' && pathname !== '/') || search || (username === '') !== (password === ''))
    return null;
  try {
    return {
      host: hostname,
      port: port === '' ? ports[protocol as keyof typeof ports] : Number(port),
      is_tls: protocol === 'smtps:',
      login: username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    };
  } catch {
    // A % that begins no escape.
    return null;
  }
}
