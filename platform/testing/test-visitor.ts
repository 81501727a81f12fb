import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { InjectOptions } from 'fastify';
import { areas } from '#areas.ts';
import type { SignedIn } from '#contract/people.ts';
import type { TestHouse } from './test-house.ts';

/** Somebody who calls the API over HTTP with a token of their own. */
export interface Visitor {
  person_id: string;
  email: string | null;
  profile_id: string;
  headers: Record<string, string>;
  refresh_token: string;
  call: <T = object>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown) => Promise<Answer<T>>;
}

export interface Answer<T> {
  status: number;
  body: T & { error: { code: string; message: string; request_id: string; fields?: Record<string, string> } };
  headers: Record<string, unknown>;
}

export const test_password = 'correct horse battery';

/** Comes in without an account. */
export async function anonymousVisitor(house: TestHouse): Promise<Visitor> {
  const answer = await house.server.inject({ method: 'POST', url: '/v1/auth/anonymous' });
  return visitorOf(house, answer.json<SignedIn>());
}

/** Signs up, and gets a role the way an operator gives it. */
export async function accountVisitor(house: TestHouse, role: 'shopper' | 'boutique' | 'operator' = 'shopper'): Promise<Visitor> {
  const email = `${randomBytes(6).toString('hex')}@example.com`;
  const answer = await house.server.inject({ method: 'POST', url: '/v1/auth/signup', payload: { email, password: test_password } });
  const visitor = await visitorOf(house, answer.json<SignedIn>());
  if (role !== 'shopper') await runCommand(house, 'grant', [email, role]);
  return visitor;
}

/** Runs one of the operator's commands. */
export function runCommand(house: TestHouse, name: string, args: string[]): Promise<string> {
  const command = areas.flatMap((area) => area.commands).find((known) => known.name === name);
  if (!command) throw new Error(`no command is called ${name}`);
  return command.run(house.platform.systemCtx(), args);
}

/** Calls with any headers and turns the answer into what tests look at. Of an answer that goes on, or is a file, only the beginning is waited for. */
export async function callHouse<T = object>(house: TestHouse, options: InjectOptions): Promise<Answer<T>> {
  const answer = await house.server.inject({ ...options, payloadAsStream: true });
  const { statusCode: status, headers } = answer;
  const content = answer.stream();
  if (/^(text\/event-stream|application\/zip)/.test(String(headers['content-type']))) {
    content.destroy();
    return { status, body: undefined, headers } as unknown as Answer<T>;
  }
  const body = await text(content);
  return { status, body: body ? (JSON.parse(body) as object) : undefined, headers } as Answer<T>;
}

async function visitorOf(house: TestHouse, { access_token = '', refresh_token = '', person }: SignedIn): Promise<Visitor> {
  const headers = { authorization: `Bearer ${access_token}` };
  const call: Visitor['call'] = (method, url, body) =>
    callHouse(house, { method, url, headers, ...(body === undefined ? {} : { payload: body as object }) });
  const { body } = await call<{ profiles: { id: string }[] }>('GET', '/v1/profiles');
  return { person_id: person.id, email: person.email, profile_id: body.profiles[0]?.id ?? '', headers, refresh_token, call };
}
