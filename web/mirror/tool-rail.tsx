import { useTranslate } from '#web/messages/translate-context.ts';
import { ToolIcon } from './tool-icon.tsx';

export const tools = ['compare', 'zoom', 'light', 'nudge', 'stitches'] as const;
export type Tool = (typeof tools)[number];

interface Props {
  on: ReadonlySet<Tool>;
  /** What this look has nothing for: no layers, or no photo any more. */
  off: ReadonlySet<Tool>;
  onToggle: (tool: Tool) => void;
}

/** The five tools of the mirror; a notch points at the picture from each that is on. */
export function ToolRail({ on, off, onToggle }: Props) {
  const t = useTranslate();
  return (
    <div className="tool-rail" role="group" aria-label={t('mirror.tools')}>
      {tools.map((tool) => (
        <button key={tool} type="button" aria-pressed={on.has(tool)} disabled={off.has(tool)} onClick={() => onToggle(tool)}>
          <ToolIcon name={tool} />
          {t(`mirror.tool.${tool}`)}
        </button>
      ))}
    </div>
  );
}
