import small_picture from '#web/design/knit-navy-small.webp';
import picture from '#web/design/knit-navy.webp';
import { useTranslate } from '#web/messages/translate-context.ts';

/** The sweater's outline, in the picture's own units; the collar closes it. */
const outline =
  'M592 152C640 168 690 186 740 205C790 222 830 264 852 338C888 470 914 640 930 838L934 944Q886 960 836 956L818 860C806 700 786 540 743 404C730 560 730 760 732 1010L726 1023Q500 1046 274 1023L268 1010C270 760 270 560 257 404C214 540 194 700 182 860L164 956Q114 960 66 944L70 838C86 640 112 470 148 338C170 264 210 222 260 205C310 186 360 168 408 152';
const collar = 'C420 206 452 236 500 236C548 236 580 206 592 152Z';

/** Rings around the garment, in outline units: the good zone, its edge, and the sizes M, L, XL (design/screens/home). */
const rings = [
  { id: 'zone', outer: 60, inner: 10, color: 'var(--color-wash)', opacity: 0.8 },
  { id: 'edge', outer: 66.4, inner: 60, color: 'var(--color-thread)', opacity: 1 },
  { id: 'm', outer: 12.8, inner: 4, color: 'var(--color-ink)', opacity: 1 },
  { id: 'l', outer: 128, inner: 124, color: 'var(--color-ink)', opacity: 0.6 },
  { id: 'xl', outer: 195.6, inner: 192, color: 'var(--color-ink)', opacity: 0.38 },
];
/** How sure the example is. */
const example_share = 0.82;
const area = { x: -100, width: 1200, height: 1200 };

/** A garment inside the nest of its sizes: what an answer looks like, before the first one. */
export function ExamplePicture() {
  const t = useTranslate();
  return (
    <figure className="pic cloth">
      <div className="nest">
        <img
          src={picture}
          srcSet={`${small_picture} 500w, ${picture} 753w`}
          sizes="(min-width: 900px) 510px, 268px"
          fetchPriority="high"
          width={753}
          height={779}
          alt={t('home.example_alt')}
        />
        <svg className="lines" viewBox="61.6 132.6 875.6 905.8" aria-hidden="true">
          <defs>
            {rings.map((ring) => (
              <mask key={ring.id} id={`ring-${ring.id}`} maskUnits="userSpaceOnUse" {...area} y={0}>
                <path d={outline} fill="none" stroke="#fff" strokeWidth={ring.outer} strokeLinejoin="round" />
                <path d={outline + collar} fill="#000" stroke="#000" strokeWidth={ring.inner} strokeLinejoin="round" />
              </mask>
            ))}
          </defs>
          {rings.map((ring) => (
            <rect key={ring.id} {...area} y={0} fill={ring.color} opacity={ring.opacity} mask={`url(#ring-${ring.id})`} />
          ))}
          <g fontFamily="var(--font-display)" fontWeight="350" fill="var(--color-ink)" fontSize="25" textAnchor="middle">
            <text x="500" y="1067">
              {t('home.example_size')}
            </text>
            <text x="500" y="1099">
              {t('home.example_larger')}
            </text>
            <text x="500" y="1134">
              {t('home.example_largest')}
            </text>
          </g>
        </svg>
      </div>
      <figcaption aria-hidden="true">
        <span className="small">
          {t('home.example')}
          <br />
          <span className="quiet">{t('home.example_garment')}</span>
        </span>
        <span className="row" style={{ alignItems: 'end' }}>
          <span className="small" style={{ textAlign: 'end' }}>
            {t('home.example_surety')}
            <br />
            <span className="quiet">{t.percent(example_share)}</span>
          </span>
          <span className="display big">{t('home.example_size')}</span>
        </span>
      </figcaption>
    </figure>
  );
}
