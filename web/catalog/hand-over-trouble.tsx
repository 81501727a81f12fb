import { useTranslate } from '#web/messages/translate-context.ts';
import type { MessageKey } from '#web/messages/translate.ts';
import { OtherRoads } from './other-roads.tsx';
import { PasteRoad } from './paste-road.tsx';
import type { HandOverAddress } from './read-hand-over-address.ts';

interface Props {
  kind: string;
  address: HandOverAddress;
  link: string | undefined;
  host: string;
}

/** No page came along: why, and the shortest way that is left. */
export function HandOverTrouble({ kind, address, link, host }: Props) {
  const t = useTranslate();
  const case_of = caseOf(kind, address);
  const words: Record<typeof case_of, [title: MessageKey, why: MessageKey]> = {
    too_large: ['error.title', host ? 'handover.too_large' : 'handover.too_large_unnamed'],
    too_often: ['error.title', 'handover.too_often'],
    copied: ['handover.copied', 'handover.copied_why'],
    alone: host ? ['handover.kept', 'handover.kept_why'] : ['handover.alone', 'handover.alone_why'],
  };
  const [title, why] = words[case_of];
  const is_trouble = case_of === 'too_large' || case_of === 'too_often';
  return (
    <>
      <div className="say stack told">
        <h1 className="display hero">{t(title, { host })}</h1>
        <p className="lead quiet" role={is_trouble ? 'alert' : undefined}>
          {t(why, { host })}
        </p>
      </div>
      {/* With its link known the bookmark was just pressed: only the box is left to offer. */}
      {link ? (
        <section className="roads is-alone">
          <PasteRoad tried_link={link} is_ready={case_of === 'copied'} is_alone />
        </section>
      ) : (
        <OtherRoads />
      )}
    </>
  );
}

function caseOf(kind: string, { is_copied, is_too_large }: HandOverAddress): 'too_large' | 'too_often' | 'copied' | 'alone' {
  if (kind === 'too_often') return 'too_often';
  if (kind === 'too_large' || is_too_large) return 'too_large';
  return is_copied ? 'copied' : 'alone';
}
