import ipaddr from 'ipaddr.js';
import * as z from 'zod';
import { readMailFrom } from '#platform/mail/read-mail-from.ts';
import { readMailUrl } from '#platform/mail/read-mail-url.ts';
import { readRedisUrl } from '#platform/redis/read-redis-url.ts';
import { readStorageUrl } from '#platform/storage/read-storage-url.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const count = (lo: number, hi: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number)
    .pipe(z.number().min(lo).max(hi));
const parts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
const list = (isRight: (part: string) => boolean, what: string) =>
  z
    .string()
    .transform(parts)
    .refine((all) => all.every(isRight), `each must be ${what}`);
/** A host as URL writes it, with a port or without. */
const isHost = (part: string): boolean => URL.canParse(`https://${part}`) && new URL(`https://${part}`).host === part;
const webAddress = z.url({ protocol: /^https?$/ });

/** It becomes part of an address. */
const modelName = z.string().regex(/^[\w.-]{1,100}$/, 'letters, digits, dots and dashes');

const isOrigin = (part: string): boolean => webAddress.safeParse(part).success && new URL(part).origin === part;
const isProxy = (part: string): boolean =>
  ['loopback', 'linklocal', 'uniquelocal'].includes(part) || ipaddr.isValid(part) || ipaddr.isValidCIDR(part);

interface Setting {
  schema: z.ZodType;
  /** As it would be written in the environment. */
  default: string;
  is_secret?: boolean;
  doc: string;
}

/** Every setting: also the source of `.env.example` and docs/SETTINGS.md. Each can be given as NAME or NAME_FILE. */
export const settings = {
  ENVIRONMENT: {
    schema: z.enum(['development', 'test', 'production']),
    default: 'development',
    doc: 'development, test or production. In production cookies are sent over https only.',
  },
  HOST: { schema: z.string().min(1), default: '127.0.0.1', doc: 'Address to listen on. 0.0.0.0 to be reached from other machines.' },
  PORT: { schema: count(0, 65_535), default: '3000', doc: 'Port to listen on; 0 takes a free one.' },
  PUBLIC_URL: {
    schema: z.union([z.literal(''), webAddress]),
    default: '',
    doc: 'Where people reach this server, such as https://fit.example.com. Empty: http://localhost:PORT.',
  },
  DATA_DIR: {
    schema: z.string().min(1),
    default: './data',
    doc: 'Folder for what must survive a restart: the database, the master key, files.',
  },
  DATABASE_URL: {
    schema: z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/ })]),
    default: '',
    is_secret: true,
    doc: 'A PostgreSQL server (15 or newer). Empty: Toile starts and supervises its own under DATA_DIR.',
  },
  DATABASE_POOL_MAX: { schema: count(2, 200), default: '16', doc: 'Connections of this process to the database.' },
  DATABASE_CONNECT_SECONDS: {
    schema: count(1, 300),
    default: '5',
    doc: 'How long a connection to the database, or a free one of them, is waited for.',
  },
  REDIS_URL: {
    schema: z
      .string()
      .refine((text) => text === '' || readRedisUrl(text) !== null, 'write it as redis://USER:PASSWORD@HOST:6379/0?prefix=toile'),
    default: '',
    is_secret: true,
    doc: 'A Redis (6.2 or newer) in which several processes share cache and rate limits: redis://, or rediss:// with TLS. ?prefix=NAME tells two Toiles on one Redis apart. Empty: each process keeps its own in memory.',
  },
  STORAGE_URL: {
    schema: z
      .string()
      .refine(
        (text) => text === '' || readStorageUrl(text) !== null,
        'write it as s3://KEY:SECRET@BUCKET/PREFIX?endpoint=https://HOST:9000&region=REGION, or file:///FOLDER',
      ),
    default: '',
    is_secret: true,
    doc: 'Where files are kept: file:///FOLDER, or anything that speaks S3 as s3://KEY:SECRET@BUCKET/PREFIX?endpoint=https://HOST:9000&region=REGION. Without endpoint it is AWS; path_style=false puts the bucket into the host. In keys write / as %2F and + as %2B. Empty: DATA_DIR/files.',
  },
  AWS_ACCESS_KEY_ID: { schema: z.string(), default: '', doc: 'The key for S3, where STORAGE_URL names none.' },
  AWS_SECRET_ACCESS_KEY: { schema: z.string(), default: '', is_secret: true, doc: 'Its secret.' },
  MAIL_URL: {
    schema: z
      .string()
      .refine(
        (text) => text === '' || readMailUrl(text) !== null,
        'write it as smtp://USER:PASSWORD@HOST:587, or smtps://… for TLS from the start',
      ),
    default: '',
    is_secret: true,
    doc: 'The mail server that sends what people asked to be told: smtp://USER:PASSWORD@HOST:587 (TLS where it is offered, always for a password), or smtps://…:465. In user and password write @ as %40 and / as %2F. Empty: messages are put into DATA_DIR/outbox as .eml files and leave no further.',
  },
  MAIL_FROM: {
    schema: z.string().refine((text) => text === '' || readMailFrom(text) !== null, 'write it as Name <address>, or as an address'),
    default: '',
    doc: 'Who mails are from, such as Toile <fit@shop.example>. Needed with MAIL_URL.',
  },
  MASTER_KEY: {
    schema: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]),
    default: '',
    is_secret: true,
    doc: '32 bytes in hex that wrap the keys in the database. Empty: made once in DATA_DIR/master.key. Servers that share a database share it.',
  },
  CORS_ORIGINS: {
    schema: list(isOrigin, 'an origin such as https://shop.example, without a slash at the end'),
    default: '',
    doc: 'Other origins whose pages may call the API, by comma. Cookies are never accepted from them.',
  },
  WEBHOOK_HOSTS: {
    schema: list(isHost, 'a host such as shop.internal or shop.internal:8080'),
    default: '',
    doc: 'Hosts of your own network to which webhooks may be sent, by comma, with the port unless it is 443. Everybody else is reached over https at public addresses only; these also by http, with any port.',
  },
  TRUST_PROXY: {
    schema: list(isProxy, 'an address, a range such as 10.0.0.0/8, or loopback, linklocal, uniquelocal'),
    default: '',
    doc: 'Addresses or ranges of the proxies in front, by comma; only their X-Forwarded-For is believed.',
  },
  API_DOCS: { schema: flag, default: 'true', doc: 'Whether /docs shows the API.' },
  RATE_LIMIT_PER_MINUTE: {
    schema: count(1, 1_000_000),
    default: '60',
    doc: 'Reads and writes a minute for one token, or one address without a token.',
  },
  LOG_IN_LIMIT_PER_MINUTE: {
    schema: count(1, 1000),
    default: '5',
    doc: 'Sign-ups, log-ins and failed refreshes a minute for one address; ten times as many failed log-ins for one e-mail from all addresses.',
  },
  SESSION_LIMIT_PER_MINUTE: {
    schema: count(1, 100_000),
    default: '10',
    doc: 'Fittings, anonymous entries and exports a minute for one client.',
  },
  CUT_OUT_URL: {
    schema: z.union([z.literal(''), webAddress]),
    default: '',
    doc: 'A service of your own network that cuts garments out of photos, as rembg’s server does, such as http://localhost:7000/api/remove. It sees the photos. Empty: Toile cuts out by itself, without any network.',
  },
  EMBEDDER_DIR: {
    schema: z.string().max(1000),
    default: '',
    doc: 'A folder with a CLIP or SigLIP model for transformers.js that tells kinds of garments and what looks alike; needs `npm install --no-save @huggingface/transformers@4.3.2`. Nothing is fetched. Empty: our own small network.',
  },
  GEMINI_API_KEY: {
    schema: z.string(),
    default: '',
    is_secret: true,
    doc: 'A key for Google’s image models. With one, try-ons that somebody allowed to leave the house are drawn by Gemini first. Empty: nothing is sent there.',
  },
  GEMINI_MODEL: {
    schema: modelName,
    default: 'gemini-3.1-flash-image',
    doc: 'Which of Google’s image models draws: gemini-3.1-flash-image, or gemini-3-pro-image (finer, slower, dearer).',
  },
  GEMINI_URL: { schema: webAddress, default: 'https://generativelanguage.googleapis.com', doc: 'Where Google’s image models answer.' },
  FASHN_API_KEY: {
    schema: z.string(),
    default: '',
    is_secret: true,
    doc: 'A key for FASHN, which draws try-ons only. The same rules as for Gemini, which is asked before it unless a flag says otherwise. Empty: nothing is sent there.',
  },
  FASHN_MODEL: { schema: modelName, default: 'tryon-v1.6', doc: 'Which of FASHN’s models draws.' },
  FASHN_URL: { schema: webAddress, default: 'https://api.fashn.ai', doc: 'Where FASHN answers.' },
  PAID_RENDERS_PER_PERSON_PER_DAY: {
    schema: count(0, 10_000),
    default: '20',
    doc: 'Pictures that outside renderers draw for one person within 24 hours, in all. Beyond it Toile draws by itself.',
  },
  PAID_RENDERS_PER_DAY: {
    schema: count(0, 10_000_000),
    default: '1000',
    doc: 'The same for everybody together: whoever comes in anonymously again and again is a new person each time.',
  },
  PAID_RENDERS_PER_MINUTE: {
    schema: count(0, 100_000),
    default: '40',
    doc: 'Pictures that are asked of each outside renderer within a minute, by all processes together. FASHN takes 50.',
  },
  FLAGS_FILE: {
    schema: z.string().max(1000),
    default: '',
    doc: 'A file of flagd flags that an operator changes without a restart, such as which renderers are asked; see platform/flags. Empty: the defaults.',
  },
  FIT_QUESTION_AFTER_DAYS: {
    schema: count(0, 90),
    default: '7',
    doc: 'Days after a first advice until Toile asks whether it fitted; long enough for a parcel to come. 0: at once, to see how it is.',
  },
  DEMO: {
    schema: z.enum(['auto', 'true', 'false']),
    default: 'auto',
    doc: 'Whether a fresh database is filled with two invented boutiques. auto: in development only. `toile unseed` removes them.',
  },
  CACHE_TTL_PRODUCTS: { schema: count(1, 86_400), default: '3600', doc: 'Seconds that a product stays in memory.' },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    default: 'info',
    doc: 'How much is logged.',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
export type Settings = { [N in SettingName]: z.output<(typeof settings)[N]['schema']> };
