import type { Clock } from '#platform/clock/clock.ts';
import { decodeText } from './decode-text.ts';
import type { Answer, Way } from './fetch-once.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import type { Deadline, HostGate, Wait } from './host-gate.ts';
import { nextAddress, redirects_max } from './next-address.ts';
import { badLink, pageMissing, pageRefused, robotsForbidden, unavailable } from './outbound-errors.ts';
import type { OutboundFile, OutboundPage, Validators } from './outbound.ts';
import { pinAddress } from './pin-address.ts';
import type { Robots } from './robots.ts';
import { conditionsFor, takeValidators } from './validators.ts';

/** What reading needs of the world; made once by makeOutbound. */
export interface World {
  way: Way;
  clock: Clock;
  wait: Wait;
  gate: HostGate;
  robots: Robots;
  page_max_bytes: number;
  interval_ms: number;
}

interface Ask extends Deadline {
  validators: Validators | null;
  /** Which kinds of file are wanted; left out, pages. */
  accept?: string;
}

/** Reads a page through its redirects, each hop in a turn of its own host. Throws as `Outbound.readPage`. */
export async function readThrough(world: World, from: URL, ask: Ask): Promise<OutboundPage | 'not_modified'> {
  const found = await follow(world, from, ask);
  return found === 'not_modified' ? found : toPage(found.url, found.answer);
}

/** Reads a file in the same way. */
export async function readFileThrough(world: World, from: URL, ask: Deadline & { accept: string }): Promise<OutboundFile> {
  const { url, answer } = (await follow(world, from, { ...ask, validators: null })) as Found;
  return { url: url.href, content_type: answer.headers['content-type'] ?? '', bytes: whole(url, answer).bytes };
}

interface Found {
  url: URL;
  answer: Answer;
}

async function follow(world: World, from: URL, { accept, ...ask }: Ask): Promise<Found | 'not_modified'> {
  let url = from;
  for (let hop = 0; hop <= redirects_max; hop += 1) {
    const conditions = conditionsFor(url, ask.validators);
    const headers = { ...conditions, ...(accept === undefined ? {} : { accept }) };
    const answer = await visitHost(world, url, { ...ask, conditions: headers });
    // Who was asked no question cannot answer "no"; such a 304 falls through to a refusal.
    if (answer.status === 304 && Object.keys(conditions).length > 0) return 'not_modified';
    const next = nextAddress(url, answer, world.way.allowed);
    if (!next) return { url, answer };
    url = next;
  }
  throw badLink(`more than ${redirects_max} redirects`);
}

/** Asks robots.txt and then for the page, in one turn at the host's gate. */
async function visitHost(world: World, url: URL, ask: Deadline & { conditions: Record<string, string> }): Promise<Answer> {
  // Before anything else, so that a private address is called what it is and a name that leads nowhere leaves no trace;
  // each request checks and pins its own again.
  await pinAddress(url, world.way);
  return world.gate.visit(url.hostname, ask, async (visit) => {
    const verdict = await world.robots.verdict(url, visit, ask.signal);
    if (verdict === 'forbidden') throw robotsForbidden(url.hostname);
    if (verdict === 'unreachable') throw unavailable(url.hostname, { detail: 'robots.txt cannot be had, which forbids everything' });
    return fetchPatiently(world, url, { visit, ...ask });
  });
}

function toPage(url: URL, answer: Answer): OutboundPage {
  const { headers, bytes } = whole(url, answer);
  const content_type = headers['content-type'] ?? '';
  return { url: url.href, content_type, text: decodeText(bytes, content_type), validators: takeValidators(url, headers) };
}

function whole(url: URL, answer: Answer): Answer {
  const { status } = answer;
  if (status === 200) return answer;
  if (status === 404 || status === 410) throw pageMissing(url.hostname);
  throw pageRefused(url.hostname, `status ${status}`);
}
