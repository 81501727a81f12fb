import { Link } from '@tanstack/react-router';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { safeLink } from '#web/catalog/read-link.ts';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { Surety } from '#web/design/surety.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { BoughtIt } from './bought-it.tsx';
import { FittingFacts, FittingNotices } from './fitting-notices.tsx';
import { GaugeSection } from './gauge-section.tsx';
import { ProductLine } from './product-line.tsx';
import { isLarger, secondSize, sure_from, suretyOf } from './read-advice.ts';
import { SizeLetters } from './size-letters.tsx';
import { SizePair } from './size-pair.tsx';
import { Why } from './why.tsx';

interface Props {
  fitting: Fitting;
  advice: SizeAdvice;
  size: string;
}

/** An advice that rests on this shopper: the letter, how sure, the picture, the reasons, what to do. */
export function SureAdvice({ fitting, advice, size }: Props) {
  const t = useTranslate();
  const { brand, product_name, product_image, category } = fitting;
  const is_basted = suretyOf(advice) < sure_from;
  const tie = tieOf(advice, fitting);
  const letters = <SizeLetters first={tie?.[0] ?? size} second={tie?.[1]} is_basted={is_basted} />;
  return (
    <div className="advice">
      <GarmentPicture
        className="stage"
        src={product_image}
        category={category}
        sizes="(min-width: 900px) 46vw, 92vw"
        alt={t('fitting.picture', { product: product_name, brand })}
      >
        <div className="only-narrow">
          <ProductLine fitting={fitting} is_stacked />
        </div>
        <div className="stage-letters only-narrow">{letters}</div>
      </GarmentPicture>
      <div>
        <div className="answer">
          <div className="only-wide">{letters}</div>
          <div className="says">
            <div className="only-wide">
              <ProductLine fitting={fitting} />
            </div>
            <Headline {...{ advice, fitting, size }} />
            <Surety confidence={suretyOf(advice)} />
          </div>
        </div>
        <FittingNotices fitting={fitting} advice={advice} />
        <section className="sect">
          <GaugeSection advice={advice} sizes={fitting.size_options} />
        </section>
        <Why advice={advice} profile_id={fitting.profile_id} title={t('fitting.why', { size })} />
        {tie && <SizePair tie={tie} advice={advice} />}
        <BoughtIt fitting={fitting} advised={size} />
        <FittingFacts fitting={fitting} />
        <Actions fitting={fitting} size={size} />
      </div>
    </div>
  );
}

/** The two sizes of a tie, the smaller first. */
function tieOf({ between, dimensions }: SizeAdvice, { size_options: sizes }: Fitting): [string, string] | null {
  if (!between) return null;
  const [first, second] = between;
  return isLarger(first, second, { dimensions, sizes }) ? [second, first] : [first, second];
}

function Headline({ advice, fitting, size }: Props) {
  const t = useTranslate();
  const second = secondSize(advice, fitting.size_options);
  const tie = tieOf(advice, fitting);
  if (tie)
    return (
      <h1 className="display head" tabIndex={-1}>
        {t('fitting.between', { small: tie[0], large: tie[1] })}
      </h1>
    );
  return (
    <h1 className="display head" tabIndex={-1}>
      {t(suretyOf(advice) < sure_from ? 'fitting.guess' : 'fitting.take', { size })}
      {second && (
        <span className="then"> {t(second.is_larger ? 'fitting.second_larger' : 'fitting.second_smaller', { size: second.size })}</span>
      )}
    </h1>
  );
}

function Actions({ fitting, size }: Omit<Props, 'advice'>) {
  const t = useTranslate();
  const shop = safeLink(fitting.product_url);
  return (
    <div className="bar">
      {shop && (
        <a className="btn ink" href={shop} target="_blank" rel="noopener">
          {t('fitting.buy', { size, brand: fitting.brand })}
        </a>
      )}
      <Link className="btn" to="/fitting/$session_id/feedback" params={{ session_id: fitting.session_id }}>
        {t('fitting.tried')}
      </Link>
    </div>
  );
}
