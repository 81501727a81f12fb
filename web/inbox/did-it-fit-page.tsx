import { Link } from '@tanstack/react-router';
import type { LinkAnswer, LinkedQuestion } from '#contract/inbox.ts';
import { ApiError } from '#contract/client.ts';
import { useAnswerLinked, useLinkedQuestion } from './inbox-queries.ts';
import { Button } from '#web/design/button.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { GarmentPicture } from '#web/design/garment-picture.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { AnswerForm, feelOf } from './answer-form.tsx';
import { EndedPage } from './ended-page.tsx';
import { isLinkEnded } from './prepare-question.ts';
import { saidText } from './said-text.ts';
import { useAnswerOfLink } from './use-answer-of-link.ts';

/** The page behind the link of a mail: one question about one garment, for whoever holds the link. */
export function DidItFitPage({ token, answer }: { token: string; answer: LinkAnswer | undefined }) {
  const t = useTranslate();
  const linked = useLinkedQuestion(token);
  if (linked.data) return <Question token={token} question={linked.data} wanted={answer} />;
  if (linked.error instanceof ApiError && isLinkEnded(linked.error)) return <EndedPage />;
  return (
    <div className="wrap">
      <PageTitle page={t('fitted.page')} />
      {linked.error ? (
        <ErrorNotice error={linked.error} onRetry={() => void linked.refetch()} />
      ) : (
        <LoadingGarment text={t('app.loading')} />
      )}
    </div>
  );
}

function Question({ token, question, wanted }: { token: string; question: LinkedQuestion; wanted: LinkAnswer | undefined }) {
  const t = useTranslate();
  const answer = useAnswerLinked(token);
  useAnswerOfLink(question, wanted, answer.mutate);
  const { brand, product_name: product, product_image, category, size, session_id } = question;
  const said = saidText(t, question);
  const action = `/did-it-fit/${token}`;
  return (
    <div className="wrap">
      <PageTitle page={t('fitted.page')} />
      <div className="fitted-page">
        <div className="prod">
          <GarmentPicture src={product_image} category={category} alt={t('fitting.picture', { product, brand })} />
          <p className="small who">
            <span className="b">{brand}</span>
            <br />
            {product}
          </p>
        </div>
        <h1 className="display head">{t('fitted.title', { product, size })}</h1>
        <div role="status">
          <p className="quiet">{said ?? t('fitted.lead')}</p>
          {said !== null && <p className="small quiet">{t('fitted.change')}</p>}
        </div>
        <WantedWithoutScripts question={question} wanted={wanted} action={action} />
        <AnswerForm question={question} action={action} is_busy={answer.isPending} onAnswer={(body) => answer.mutate(body)} />
        {session_id !== null && said !== null && (
          <p>
            <Link className="link small" to="/fitting/$session_id/feedback" params={{ session_id }}>
              {t('fitted.more')}
            </Link>
          </p>
        )}
        {answer.error && <ErrorNotice error={answer.error} />}
        <Mails
          is_mailed={question.is_mailed}
          was_asked={wanted === 'no_mail'}
          action={action}
          onStop={() => answer.mutate({ answer: 'no_mail' })}
        />
      </div>
    </div>
  );
}

/** Without scripts nothing is answered by opening the page, so the tapped answer is one more tap away. */
function WantedWithoutScripts({ question, wanted, action }: { question: LinkedQuestion; wanted: LinkAnswer | undefined; action: string }) {
  const t = useTranslate();
  const feel = feelOf(wanted ?? null);
  if (question.answer !== null || wanted === undefined || wanted === 'no_mail') return null;
  return (
    <noscript>
      <form method="post" action={action}>
        <button className="btn ink wide" type="submit" name="answer" value={wanted}>
          {feel ? t('fitted.send', { feel: t(`feel.${feel}`) }) : t(wanted === 'never_ask' ? 'fitted.never_ask' : 'fitted.not_bought')}
        </button>
      </form>
    </noscript>
  );
}

interface MailsProps {
  is_mailed: boolean;
  was_asked: boolean;
  action: string;
  onStop: () => void;
}

function Mails({ is_mailed, was_asked, action, onStop }: MailsProps) {
  const t = useTranslate();
  if (!is_mailed && !was_asked) return null;
  return (
    <form
      className="mails"
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        onStop();
      }}
    >
      {is_mailed ? (
        <Button type="submit" look={was_asked ? 'ink' : 'link'} name="answer" value="no_mail">
          {t('fitted.stop_mail')}
        </Button>
      ) : (
        <p className="small quiet" role="status">
          {t('fitted.mail_stopped')}
        </p>
      )}
    </form>
  );
}
