import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { hearEvents } from '#platform/testing/hear-events.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
let origin: string;
before(async () => {
  house = await testHouse();
  origin = await house.server.listen({ port: 0, host: '127.0.0.1' });
});
after(() => house.close());

test('an open page hears how its own photos get on, as it happens, until it leaves or the server stops', async () => {
  const [who, other] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const answer = await fetch(`${origin}/v1/wardrobe/events`, { headers: who.headers });
  assert.equal(answer.headers.get('connection'), 'close', 'kept for another request, the line would hold up a server that stops');
  const { heard, until, isOver } = hearEvents(answer);
  await until('event: again');
  const content = await sharp({ create: { width: 90, height: 90, channels: 3, background: 'olive' } })
    .png()
    .toBuffer();
  const send = async (visitor: typeof who): Promise<string> => {
    const { body } = await visitor.call<{ item: { id: string }; upload_url: string }>('POST', '/v1/items', {});
    await house.server.inject({ method: 'PUT', url: body.upload_url, payload: content });
    await visitor.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, {});
    return body.item.id;
  };
  const others = await send(other);
  const mine = await send(who);
  await house.runJobs('garments.take_in');
  await until(`{"item_id":"${mine}","state":"ready","clean_state":"none"}`);
  assert.ok(!heard().includes(others), 'nothing of anybody else');
  const closed = house.server.close();
  assert.equal(await isOver(), true);
  await closed;
});
