import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a mail server may do to us, beside taking a message. */
export type SmtpMood =
  | 'takes'
  | 'refuses_recipient'
  | 'refuses_message'
  | 'asks_to_wait'
  | 'refuses_password'
  | 'turns_away'
  | 'never_greets'
  | 'takes_and_hangs_up'
  | 'takes_and_says_nothing';

export interface TakenMail {
  from: string;
  to: string;
  raw: string;
}

/** A small mail server on the loopback (RFC 5321 as far as it is asked), which keeps what it took. */
export interface SmtpServer {
  url: (login?: string) => string;
  /** For connections that come from now on. */
  be: (mood: SmtpMood) => void;
  /** Whole messages that arrived, whatever was answered. */
  taken: TakenMail[];
  /** Passwords as they came, `user:password`. */
  logins: string[];
  close: () => Promise<void>;
}

export async function smtpServer(): Promise<SmtpServer> {
  const state: SmtpState = { mood: 'takes', taken: [], logins: [] };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    talk(socket, state);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (login = '') => `smtp://${login && `${login}@`}127.0.0.1:${port}`,
    be: (mood) => {
      state.mood = mood;
    },
    taken: state.taken,
    logins: state.logins,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

interface SmtpState {
  mood: SmtpMood;
  taken: TakenMail[];
  logins: string[];
}

function talk(socket: Socket, state: SmtpState): void {
  const { mood } = state;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const mail: TakenMail = { from: '', to: '', raw: '' };
  let [pending, is_data] = ['', false];
  const answers: Record<string, (rest: string) => void> = {
    EHLO: () => say('250-toile.test\r\n250 AUTH PLAIN'),
    AUTH: (rest) => {
      state.logins.push(Buffer.from(rest.slice('PLAIN '.length), 'base64').toString().split('\0').slice(1).join(':'));
      say(mood === 'refuses_password' ? '535 5.7.8 wrong password' : '235 2.7.0 welcome');
    },
    MAIL: (rest) => {
      mail.from = addressIn(rest);
      say('250 2.1.0 ok');
    },
    RCPT: (rest) => {
      mail.to = addressIn(rest);
      say(mood === 'refuses_recipient' ? '550 5.1.1 nobody of that name' : '250 2.1.5 ok');
    },
    DATA: () => {
      is_data = true;
      say('354 go on');
    },
    QUIT: () => socket.end('221 2.0.0 bye\r\n'),
  };
  const end = () => {
    state.taken.push({ ...mail });
    if (mood === 'takes_and_says_nothing') return;
    if (mood === 'takes_and_hangs_up') return void socket.destroy();
    say({ refuses_message: '554 5.7.1 this looks like spam', asks_to_wait: '451 4.3.0 later' }[mood as string] ?? '250 2.0.0 taken');
  };
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    pending += text;
    for (let at = pending.indexOf('\r\n'); at >= 0; at = pending.indexOf('\r\n')) {
      const line = pending.slice(0, at);
      pending = pending.slice(at + 2);
      if (is_data && line === '.') {
        is_data = false;
        end();
      } else if (is_data) mail.raw += `${line.startsWith('.') ? line.slice(1) : line}\r\n`;
      else {
        const [verb = '', ...rest] = line.split(' ');
        (answers[verb.toUpperCase()] ?? (() => say('502 5.5.1 what?')))(rest.join(' '));
      }
    }
  });
  if (mood === 'turns_away') socket.end('421 4.3.2 too busy\r\n');
  else if (mood !== 'never_greets') say('220 toile.test ESMTP');
}

const addressIn = (rest: string): string => /<([^>]*)>/.exec(rest)?.[1] ?? '';
