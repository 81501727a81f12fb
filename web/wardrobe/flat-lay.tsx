/** A T-shirt laid flat, with its grain and its width. */
export const FlatLay = () => (
  <svg className="flat-lay" viewBox="0 0 300 260" aria-hidden="true">
    <path d="M108 28C114 48 132 58 150 58s36-10 42-30l54 20 40 82-42 20-22-42-4 128H82l-4-128-22 42-42-20 40-82z" />
    <path className="thin" d="M20 244h260M20 236v16M280 236v16" />
    <path className="grain" d="M150 76v146M143 86l7-10 7 10M143 212l7 10 7-10" />
  </svg>
);
