import type { TriedPart } from '#contract/tryon.ts';
import type { Translate } from '#web/messages/translate.ts';
import { seen_from } from './outline-look.ts';

/** Says which parts of a look were seen and which were guessed; null where there are none. A part of two garments is named once, and is as sure as the worse. */
export function partsText(t: Translate, parts: readonly TriedPart[]): { seen: string | null; guessed: string | null } {
  const names = [...new Set(parts.map(({ name }) => name))];
  const isSeen = (name: TriedPart['name']): boolean => parts.every((part) => part.name !== name || part.confidence >= seen_from);
  const say = (key: 'mirror.parts_seen' | 'mirror.parts_guessed', of: readonly TriedPart['name'][]): string | null => {
    const [first, ...others] = of.map((name) => t(`part.${name}`));
    return first === undefined ? null : t(key, { parts: t.list([first, ...others.map((name) => t.within(name))]), count: of.length });
  };
  return {
    seen: say('mirror.parts_seen', names.filter(isSeen)),
    guessed: say(
      'mirror.parts_guessed',
      names.filter((name) => !isSeen(name)),
    ),
  };
}
