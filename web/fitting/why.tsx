import type { SizeAdvice } from '#contract/fit.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Translate } from '#web/messages/translate.ts';
import { useUnits } from '#web/people/units-context.ts';
import { CorrectLink } from './correct-link.tsx';
import { reasonText } from './reason-text.ts';

/** The reasons, each with its stitch: solid when it is known, basted when it rests on a guess. */
export function Why({ advice, profile_id, title }: { advice: SizeAdvice; profile_id: string; title: string }) {
  const t = useTranslate();
  const { units } = useUnits();
  // What most people do is no evidence about this one.
  const evidence = advice.evidence.filter(({ kind, count }) => count > 0 && kind !== 'population');
  if (advice.reasons.length === 0 && evidence.length === 0) return null;
  return (
    <section className="sect">
      <h2 className="display title">{title}</h2>
      {advice.reasons.length > 0 && (
        <ul className="evidence">
          {advice.reasons.map((reason) => (
            <li key={reason.text}>
              <i className={reason.is_known ? 'seam' : 'baste'} />
              <p>
                {reasonText(t, reason, units)}
                {reason.code === 'contradicts' && (
                  <>
                    <br />
                    <CorrectLink reason={reason} profile_id={profile_id} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {evidence.length > 0 && (
        <p className="small quiet" style={{ marginTop: 14 }}>
          {t('fitting.rests', { list: t.list(evidence.map((item) => evidenceText(t, item))) })}
        </p>
      )}
    </section>
  );
}

function evidenceText(t: Translate, { kind, count }: SizeAdvice['evidence'][number]): string {
  return t(`fitting.evidence_${kind}`, { count });
}
