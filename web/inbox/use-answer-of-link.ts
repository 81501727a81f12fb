import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { LinkAnswer, LinkedQuestion } from '#contract/inbox.ts';

/**
 * Gives the answer that a link carries, once somebody sees the page: a mail scanner only fetches it, and a browser that opens pages
 * in advance shows nobody. Then the address forgets it. What was answered before is only shown; another tap changes it. Ending the
 * mails is never done by opening: a scanner that follows every link would end them for everybody, so the page offers the button.
 */
export function useAnswerOfLink(
  question: LinkedQuestion,
  wanted: LinkAnswer | undefined,
  say: (said: { answer: LinkAnswer }) => void,
): void {
  const navigate = useNavigate({ from: '/did-it-fit/$token' });
  const is_done = useRef(false);
  const is_news = question.answer === null;
  useEffect(() => {
    if (wanted === undefined || wanted === 'no_mail' || is_done.current) return;
    const give = () => {
      if (document.visibilityState !== 'visible' || is_done.current) return;
      is_done.current = true;
      if (is_news) say({ answer: wanted });
      void navigate({ search: {}, replace: true });
    };
    give();
    document.addEventListener('visibilitychange', give);
    return () => document.removeEventListener('visibilitychange', give);
  }, [wanted, is_news, say, navigate]);
}
