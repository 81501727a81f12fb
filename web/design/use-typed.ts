import { useState } from 'react';

/** What is typed into a field whose words stand in the address; when that changes under it (the back button), it follows, and whoever stands in it stays there. */
export function useTyped(value: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const [followed, setFollowed] = useState(value);
  if (followed !== value) {
    setFollowed(value);
    setTyped(value);
  }
  return [typed, setTyped];
}
