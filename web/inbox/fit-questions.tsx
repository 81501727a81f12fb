import { useQuestions } from './inbox-queries.ts';
import { FitQuestion } from './fit-question.tsx';

/** More at once would be a questionnaire; the others come when these are answered. */
const shown_max = 2;

/** What waits to be told about one fitting, or about what one profile was advised. Nothing while it loads, or when it cannot be had: the page is about something else. */
export function FitQuestions({ session_id, profile_id }: { session_id?: string; profile_id?: string }) {
  const { data } = useQuestions(session_id);
  const notices = data?.notices.filter(({ question }) => profile_id === undefined || question.profile_id === profile_id) ?? [];
  if (notices.length === 0) return null;
  return (
    <div className="fit-questions">
      {notices.slice(0, shown_max).map((notice) => (
        <FitQuestion key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
