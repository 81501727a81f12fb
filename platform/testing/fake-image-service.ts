import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import sharp from 'sharp';

/** What a service does with one question, whatever it is asked. */
type Manner =
  | 'stall'
  | 'hang_up'
  | 'rate_limit'
  | 'rate_limit_briefly'
  | 'broken'
  | 'retired'
  | 'gone'
  | 'redirect'
  | 'web_page'
  | 'endless';
/** What it gives for a picture. */
type Drawing = 'draw' | 'half_picture' | 'no_picture' | 'bomb' | 'other_shape' | 'photo_back' | 'nobody';
export type Mood<Own extends string = never> = Manner | Drawing | Own;

export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface FakeService<Own extends string = never> {
  url: string;
  /** The key that it takes. */
  key: string;
  asked: Asked[];
  /** How the next questions are met, one after the other; with none left it draws. */
  next: (...moods: Mood<Own>[]) => void;
  close: () => Promise<void>;
}

/** What one service answers in a mood of its own or when it draws. */
export type Answering<Own extends string> = (asked: Asked, mood: Drawing | Own) => Promise<{ status: number; body: unknown }>;

interface Fake<Own extends string> {
  key: string;
  answer: Answering<Own>;
  /** Questions that take no mood: they follow from what was asked before. */
  isFree: (asked: Asked) => boolean;
}

/** Starts a real HTTP server on the loopback that stands for somebody's image model, and may refuse, stall, cut and lie. */
export async function serveImages<Own extends string>({ key, answer, isFree }: Fake<Own>): Promise<FakeService<Own>> {
  const asked: Asked[] = [];
  const moods: Mood<Own>[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = request.method === 'GET' ? undefined : await json(request);
    const question = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    asked.push(question);
    const mood = isFree(question) ? 'draw' : (moods.shift() ?? 'draw');
    if (mood in manners) return manners[mood as Manner](response);
    const said = await answer(question, mood as Drawing | Own);
    response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body));
  };
  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => response.writeHead(599).end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    asked,
    next: (...more) => void moods.push(...more),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const failing = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void => {
  const body = { error: { code: status, message: 'no', status: 'NO' } };
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const manners: Record<Manner, (response: ServerResponse) => void> = {
  stall: () => undefined,
  hang_up: (response) => void response.writeHead(200, { 'content-length': '9999' }).write('{"half', () => response.destroy()),
  rate_limit: (response) => failing(response, 429, { 'retry-after': '70' }),
  rate_limit_briefly: (response) => failing(response, 429, { 'retry-after': '0' }),
  broken: (response) => failing(response, 500),
  retired: (response) => failing(response, 404),
  gone: (response) => failing(response, 410),
  redirect: (response) => failing(response, 302, { location: 'http://169.254.169.254/latest' }),
  web_page: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the Wi-Fi</html>'),
  endless: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): void => void (response.destroyed || response.write(Buffer.alloc(1024 * 1024, 0x20), more));
    more();
  },
};

/** Draws, as no tailor would: each garment laid over the middle of the photo, its white see-through; or what a mood gives instead. */
export async function drawPicture(photo: Buffer, garments: readonly Buffer[], mood: Drawing, size?: [number, number]): Promise<Buffer> {
  if (mood === 'no_picture') return Buffer.from('I am sorry, I cannot draw that.');
  if (mood === 'photo_back') return photo;
  const { width, height } = await sharp(photo).metadata();
  const [across, down] = size ?? [width, height];
  if (mood === 'nobody') return blank(across, down);
  if (mood === 'other_shape') return blank(across, Math.round(down / 2));
  if (mood === 'bomb') return blank(16_000, 16_000);
  const hung = await Promise.all(
    garments.map(async (garment) => {
      const flat = sharp(garment)
        .removeAlpha()
        .resize(Math.round(width / 2));
      const cloth = await flat.clone().greyscale().threshold(245).negate().raw().toBuffer();
      const { data, info } = await flat.raw().toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: 4 as const };
      const worn = Buffer.alloc(raw.width * raw.height * 4);
      for (let i = 0; i < raw.width * raw.height; i++) worn.set([...data.subarray(i * 3, i * 3 + 3), cloth[i]!], i * 4);
      return { input: worn, raw };
    }),
  );
  const whole = await sharp(await sharp(photo).composite(hung).png().toBuffer())
    .resize(across, down)
    .png()
    .toBuffer();
  return mood === 'half_picture' ? whole.subarray(0, Math.round(whole.length / 2)) : whole;
}

const blank = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#8899aa' } })
    .png()
    .toBuffer();
