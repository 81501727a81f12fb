import { garmentsTopic } from '#areas/garments/index.ts';
import { me } from '#areas/people/index.ts';
import { EventStream } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';

/** Tells an open page how the photos of its person get on, until it is closed; `again` when the list should be read anew. */
export function followWardrobe(ctx: Ctx): EventStream {
  const topic = garmentsTopic(me(ctx));
  return new EventStream(async function* tell(signal) {
    for await (const news of ctx.live.listen(topic, signal)) {
      if (news.kind === 'missed') yield { event: 'again', data: {} };
      else {
        const { garment_id: item_id, photo_state: state, clean_state } = news.content;
        yield { event: 'photo', data: { item_id, state, clean_state } };
      }
    }
  });
}
