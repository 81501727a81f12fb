import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { safeLink } from '#web/catalog/read-link.ts';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { Surety } from '#web/design/surety.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import { AskPanel } from './ask-panel.tsx';
import { BoughtIt } from './bought-it.tsx';
import { FittingFacts, FittingNotices } from './fitting-notices.tsx';
import { GaugeSection } from './gauge-section.tsx';
import { ProductLine } from './product-line.tsx';
import { secondSize } from './read-advice.ts';
import { missingText, reasonText } from './reason-text.ts';
import { SizeLetters } from './size-letters.tsx';
import { Why } from './why.tsx';

/** An advice that knows nothing of this shopper, or has no chart: says so, and asks one question. */
export function AskingAdvice({ fitting, advice }: { fitting: Fitting; advice: SizeAdvice }) {
  const t = useTranslate();
  const { brand, product_name, product_image, category, size_options } = fitting;
  const size = advice.recommended_size;
  return (
    <div className="asking">
      <section className="tp">
        <div className="prod">
          <GarmentPicture src={product_image} category={category} alt={t('fitting.picture', { product: product_name, brand })} />
          <ProductLine fitting={fitting} is_stacked />
        </div>
        {size === null ? <NoChart fitting={fitting} advice={advice} /> : <Guess advice={advice} size={size} sizes={size_options} />}
        <FittingNotices fitting={fitting} advice={advice} />
        {size === null && <FittingFacts fitting={fitting} />}
      </section>
      <AskPanel fitting={fitting} />
      <section className="gz">
        <GaugeSection advice={advice} sizes={size_options} />
        {size !== null && <Why advice={advice} profile_id={fitting.profile_id} title={t('fitting.why', { size })} />}
        {size !== null && <BoughtIt fitting={fitting} advised={size} />}
        {size !== null && <FittingFacts fitting={fitting} />}
      </section>
    </div>
  );
}

function Guess({ advice, size, sizes }: { advice: SizeAdvice; size: string; sizes: string[] }) {
  const t = useTranslate();
  const second = secondSize(advice, sizes);
  return (
    <>
      <h1 style={{ marginTop: 36 }} tabIndex={-1}>
        <span className="sr">{t('fitting.unknown_heading', { first: size, second: second?.size ?? 'none' })}</span>
        <SizeLetters className="two" first={size} second={second?.size} is_basted />
      </h1>
      <p className="lead" style={{ margin: '26px 0 16px' }}>
        {missingText(t, advice)}
      </p>
      <Surety confidence={advice.confidence} />
    </>
  );
}

function NoChart({ fitting, advice }: { fitting: Fitting; advice: SizeAdvice }) {
  const t = useTranslate();
  const { units } = useUnits();
  const shop = safeLink(fitting.product_url);
  return (
    <>
      <h1 className="display hero" style={{ marginTop: 36 }} tabIndex={-1}>
        {t('nochart.title')}
      </h1>
      <p className="lead quiet" style={{ marginTop: 16 }}>
        {missingText(t, advice)}
      </p>
      <ul className="evidence" style={{ marginTop: 18 }}>
        {advice.reasons.map((reason) => (
          <li key={reason.text}>
            <i className={reason.is_known ? 'seam' : 'baste'} />
            <p>{reasonText(t, reason, units)}</p>
          </li>
        ))}
      </ul>
      {shop && (
        <p style={{ marginTop: 18 }}>
          <a className="btn" href={shop} target="_blank" rel="noopener">
            {t('fitting.see', { brand: fitting.brand })}
          </a>
        </p>
      )}
    </>
  );
}
