import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Product } from '#contract/catalog.ts';
import { isSized } from '#contract/garment-kinds.ts';
import type { Fitting, SizeAnswer } from '#contract/fit.ts';
import { useBeginSeen } from '#web/api/answer-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Surety } from '#web/design/surety.tsx';
import { GaugeSection } from '#web/fitting/gauge-section.tsx';
import { kindOfAdvice, secondSize, suretyOf, sure_from } from '#web/fitting/read-advice.ts';
import { missingText } from '#web/fitting/reason-text.ts';
import { SizeLetters } from '#web/fitting/size-letters.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useProductAdvice } from './use-product-advice.ts';

interface Props {
  product: Product;
  onAdvised: (size: string) => void;
  /** The choice of sizes, which shows what is advised. */
  children: (advised: readonly string[]) => ReactNode;
}

/** Which size to take of this garment, for whoever we know something of; for others the way to it. */
export function AdviceModule({ product, onAdvised, children }: Props) {
  const t = useTranslate();
  const is_sized = isSized(product.category);
  const { answer, error, is_busy, is_asked, ask } = useProductAdvice(product.id, is_sized);
  const size = answer?.recommended_size ?? null;
  const is_personal = answer !== undefined && kindOfAdvice(answer) !== 'nothing_known';
  useEffect(() => {
    if (size !== null && is_personal) onAdvised(size);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- told once for each advice, not for each drawing of the page
  }, [size, is_personal]);
  return (
    <>
      {children(size !== null && is_personal ? [size, ...(answer?.between ?? [])] : [])}
      {is_sized && answer && size !== null && <Answer {...{ answer, size, is_asked }} />}
      {is_sized && (!answer || size === null) && (
        <div className="grid gap-3">
          <Button look="ink" is_tall is_wide is_busy={is_busy} onClick={ask}>
            {t(is_busy ? 'product.finding' : 'product.find')}
          </Button>
          {error ? <ErrorNotice error={error} onRetry={ask} /> : <p className="small quiet">{t('product.find_hint')}</p>}
        </div>
      )}
    </>
  );
}

interface AnswerProps {
  answer: SizeAnswer;
  size: string;
  is_asked: boolean;
}

function Answer({ answer, size, is_asked }: AnswerProps) {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that had the focus went when the answer came; whoever went on to something else stays there.
    if (is_asked && document.activeElement === document.body) heading.current?.focus();
  }, [is_asked]);
  const is_unknown = kindOfAdvice(answer) === 'nothing_known';
  const second = secondSize(answer, answer.size_options);
  const both = second && (answer.between || is_unknown) ? [size, second.size] : [size];
  // Of a tie the smaller comes first, as on the page of the whole advice.
  const named = answer.between
    ? both.toSorted((one, other) => answer.size_options.indexOf(one) - answer.size_options.indexOf(other))
    : both;
  return (
    <section className="product-advice" aria-labelledby="advice">
      <SizeLetters first={named[0]!} second={named[1]} is_basted={suretyOf(answer) < sure_from} className="letters-small" />
      <h2 className="display title" id="advice" ref={heading} tabIndex={-1}>
        {is_unknown
          ? missingText(t, answer)
          : answer.between
            ? t('fitting.between', { small: named[0]!, large: named[1] ?? named[0]! })
            : t('fitting.take', { size })}
      </h2>
      {named.length === 1 ? (
        <Surety confidence={suretyOf(answer)} />
      ) : (
        named.map((label) => (
          <div key={label} className="surety-of">
            <span className="small b">{label}</span>
            <Surety confidence={answer.all_scores[label]?.score ?? 0} has_word={false} />
          </div>
        ))
      )}
      <GaugeSection advice={answer} sizes={answer.size_options} />
      <Onward product_id={answer.product_id} look={is_unknown ? 'ink' : 'plain'}>
        {t(is_unknown ? 'product.tell_us' : 'product.why', { size })}
      </Onward>
    </section>
  );
}

/** To the page of the whole advice: there the fitting begins. */
function Onward({ product_id, look, children }: { product_id: string; look: 'ink' | 'plain'; children: ReactNode }) {
  const navigate = useNavigate();
  const open = ({ session_id }: Fitting) => void navigate({ to: '/fitting/$session_id', params: { session_id } });
  const begin = useBeginSeen(product_id, open);
  return (
    <>
      <Button look={look} is_wide is_tall={look === 'ink'} is_busy={begin.isPending} onClick={() => begin.mutate()}>
        {children}
      </Button>
      {begin.error && <ErrorNotice error={begin.error} />}
    </>
  );
}
