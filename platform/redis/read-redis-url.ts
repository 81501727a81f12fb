import type { RedisOptions } from 'ioredis';

export interface RedisPlace {
  options: Pick<RedisOptions, 'host' | 'port' | 'username' | 'password' | 'db' | 'tls'>;
  /** Begins every key and channel, so that several Toiles can share one Redis. */
  prefix: string;
  /** For people and logs: host and port, without the password. */
  name: string;
}

const default_port = 6379;
const default_prefix = 'toile';

/** Reads `redis[s]://[USER:PASSWORD@]HOST[:PORT][/NUMBER][?prefix=NAME]`; null when it is not that. */
export function readRedisUrl(text: string): RedisPlace | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  const prefix = searchParams.get('prefix') ?? default_prefix;
  const is_known = [...searchParams.keys()].every((name) => name === 'prefix');
  if (!/^rediss?:$/.test(protocol) || hostname === '' || !/^\/?\d{0,4}$/.test(pathname)) return null;
  if (!is_known || !/^[\w-]{1,60}$/.test(prefix)) return null;
  const host = hostname.replace(/^\[|\]$/g, '');
  const number = Number(port || default_port);
  return {
    prefix,
    name: `${hostname}:${number}`,
    options: {
      host,
      port: number,
      db: Number(pathname.slice(1)),
      ...(username ? { username: decodeURIComponent(username) } : {}),
      ...(password ? { password: decodeURIComponent(password) } : {}),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  };
}
