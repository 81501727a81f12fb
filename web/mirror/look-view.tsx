import { useRef, useState } from 'react';
import type { ErasureReceipt } from '#contract/people.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import { useNudgeLook } from '#web/api/mirror-queries.ts';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { LookSide } from './look-side.tsx';
import { LookStage } from './look-stage.tsx';
import { NudgeSide } from './nudge-side.tsx';
import { type Tool, ToolRail } from './tool-rail.tsx';
import { useLook } from './use-look.ts';

interface Props {
  session: TryOnSession;
  photo_url: string | null;
  onErased: (receipt: ErasureReceipt) => void;
}

/** A look that is made: the picture, the rail of tools, and beside it how true it is and what can be done with it. */
export function LookView({ session, photo_url, onErased }: Props) {
  const t = useTranslate();
  const look = useLook(session);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<Tool>>(new Set<Tool>(['compare', 'light', 'stitches']));
  const off = new Set<Tool>([
    ...(photo_url ? [] : (['compare'] as const)),
    ...(look.layers ? [] : (['light', 'nudge', 'stitches'] as const)),
  ]);
  const on = new Set([...chosen].filter((tool) => !off.has(tool)));
  const nudge = useNudgeLook(session.session_id);
  // What the server draws is what is saved and shared: whichever way somebody leaves moved cloth, it is kept first.
  const turn = (tool: Tool, is_on: boolean) => {
    const turnNow = () => setChosen((now) => turned(now, tool, is_on));
    const is_leaving = on.has('nudge') && !turned(on, tool, is_on).has('nudge');
    if (!is_leaving || !look.is_moved) return turnNow();
    if (!nudge.isPending) nudge.mutate(look.nudges, { onSuccess: turnNow });
  };
  return (
    <div className="wrap">
      <PageTitle page={t('mirror.done')} />
      <div className="mirror has-rail">
        <LookStage {...{ session, photo_url, look, on, canvas }} onZoom={(is_on) => turn('zoom', is_on)} />
        <ToolRail
          on={on.has('nudge') ? new Set([...on].filter((tool) => tool !== 'light')) : on}
          off={off}
          onToggle={(tool) => turn(tool, !on.has(tool))}
        />
        {on.has('nudge') ? (
          <NudgeSide look={look} parts={session.parts} is_busy={nudge.isPending} error={nudge.error} onDone={() => turn('nudge', false)} />
        ) : (
          <LookSide {...{ session, look, canvas, onErased }} has_light={on.has('light')} />
        )}
      </div>
    </div>
  );
}

/** Whoever moves the cloth sees it whole, and nothing before it. */
function turned(now: ReadonlySet<Tool>, tool: Tool, is_on: boolean): ReadonlySet<Tool> {
  const next = new Set(now);
  if (!is_on) next.delete(tool);
  else next.add(tool);
  if (is_on && tool === 'nudge') for (const other of ['compare', 'zoom'] as const) next.delete(other);
  if (is_on && (tool === 'compare' || tool === 'zoom')) next.delete('nudge');
  return next;
}
