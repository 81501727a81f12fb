import type { ReactNode } from 'react';

interface Props {
  label: ReactNode;
  is_on: boolean;
  is_off_limits?: boolean;
  onChange: (is_on: boolean) => void;
}

/** A line and a dot: on is sewn, off is basted. It acts at once; what waits for a button is a checkbox. */
export function Switch({ label, is_on, is_off_limits, onChange }: Props) {
  return (
    <label className="switch">
      <span>{label}</span>
      {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox that is a switch tells its state by being checked */}
      <input type="checkbox" role="switch" checked={is_on} disabled={is_off_limits} onChange={(event) => onChange(event.target.checked)} />
    </label>
  );
}
