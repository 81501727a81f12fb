import { connect } from '#platform/db/connect.ts';
import { makeOutbound } from '#platform/outbound/make-outbound.ts';
import { quietLog } from './quiet-log.ts';

/**
 * A process of its own that reads pages of one test shop as fast as it is let: `node read-pages-program.ts DATABASE_URL
 * SHOP_URL COUNT INTERVAL_MS NAME`. Says `ready` first; begins when it is told to on its input.
 */
const [database_url = '', shop_url = '', count = '0', interval_ms = '0', name = ''] = process.argv.slice(2);
const { db } = connect({ connectionString: database_url }, { max: 4, log: quietLog });
const outbound = makeOutbound({
  user_agent: 'ToileBot/0.1 (+https://toile.test)',
  clock: { now: () => new Date() },
  db,
  resolve: () => Promise.resolve(['127.0.0.1']),
  allowed_for_tests: [new URL(shop_url).host],
  limits: { interval_ms: Number(interval_ms) },
});
process.stdout.write('ready\n');
await new Promise((told) => process.stdin.once('data', told));
const pages = Array.from({ length: Number(count) }, (_, i) =>
  outbound.readPage(`${shop_url}/${name}/${i}`, new AbortController().signal).then(
    () => 'read',
    (error: unknown) => String(error),
  ),
);
process.stdout.write(`${JSON.stringify(await Promise.all(pages))}\n`);
await outbound.stop();
await db.destroy();
process.exit(0);
