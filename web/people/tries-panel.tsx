import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Profile } from '#contract/people.ts';
import type { ToldTry } from '#contract/tries.ts';
import { useTries } from '#web/api/try-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { Translate } from '#web/messages/translate.ts';
import { TakeBackTry } from './take-back-try.tsx';

/** What was said of sizes this person tried: where it was said it can be changed, and each can be taken back. */
export function TriesPanel({ profile }: { profile: Profile }) {
  const t = useTranslate();
  const title = useRef<HTMLHeadingElement>(null);
  const tries = useTries(profile.id);
  const list = tries.data?.tries;
  return (
    <section aria-labelledby="tries">
      <h2 ref={title} className="display title" id="tries" tabIndex={-1}>
        {profile.is_self ? t('tries.title') : t('tries.title_of', { name: profile.name })}
      </h2>
      {list?.length === 0 && (
        <p className="small quiet" style={{ marginTop: 8 }}>
          {t('tries.none')}
        </p>
      )}
      {tries.error && <ErrorNotice error={tries.error} onRetry={() => void tries.refetch()} />}
      <ul className="lines-list" style={{ marginTop: 8 }}>
        {list?.map((one) => (
          <Line key={one.id} told={one} profile_id={profile.id} onTakenBack={() => title.current?.focus()} />
        ))}
      </ul>
    </section>
  );
}

function Line({ told, profile_id, onTakenBack }: { told: ToldTry; profile_id: string; onTakenBack: () => void }) {
  const t = useTranslate();
  const { brand, product_name: product, size_tried: size, session_id } = told;
  return (
    <li>
      <p className="small">
        <span className="b">{brand}</span> {product}
        <br />
        <span className="quiet known">{saidText(t, told)}</span>
      </p>
      <div className="owned-acts">
        {session_id !== null && (
          <Link
            className="link small"
            to="/fitting/$session_id/feedback"
            params={{ session_id }}
            aria-label={t('tries.change_named', { product, size })}
          >
            {t('owned.edit')}
          </Link>
        )}
        <TakeBackTry told={told} profile_id={profile_id} onTakenBack={onTakenBack} />
      </div>
    </li>
  );
}

function saidText(t: Translate, { size_tried: size, fit_feedback, would_keep, session_id }: ToldTry): string {
  const feel = t(`feel.${fit_feedback?.overall ?? 'not_said'}`);
  const said = would_keep === null ? 'not_said' : would_keep ? 'yes' : 'no';
  return session_id === null ? t('tries.bought', { size, feel, said }) : t('tries.said', { size, feel, said });
}
