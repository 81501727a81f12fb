/** Text that is on its way: its lines in basting. Say beside it, in words, what is being waited for. */
export function BastedLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className="basted-lines" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  );
}
