import { markdownTable } from './markdown-table.ts';

type ErrorTable = Readonly<Record<string, { status: number; meaning: string }>>;

/** Writes docs/ERRORS.md. */
export function errorsPage(error_codes: ErrorTable): string {
  const rows = Object.entries(error_codes).map(([code, { status, meaning }]) => [`\`${code}\``, String(status), meaning]);
  return [head, markdownTable(['code', 'status', 'meaning'], rows)].join('\n');
}

const head = `# Errors

Written by \`npm run generate\` from \`contract/error-codes.ts\`; do not edit.

Every failure has one shape:

\`\`\`json
{
  "error": {
    "code": "fit.unknown_size",
    "message": "This comes in S, M, L. Choose the one you tried.",
    "request_id": "01a1fde2-9162-7827-a39f-424740c518c3",
    "timestamp": "2026-11-21T11:34:06.377Z",
    "fields": { "size_tried": "XS is not one of them" }
  }
}
\`\`\`

- \`code\` is for programs and does not change. \`message\` is for people: what happened and what to do next; its words may change.
- \`fields\` is there when single fields are at fault.
- \`request_id\` is also in the header \`X-Request-ID\`, and finds the request in the server's log. Send your own \`X-Request-ID\` and it is used.
- 429 and 503 carry \`Retry-After\` in seconds where we know it.
- What is missing and what belongs to somebody else look alike: \`request.not_found\`.
`;
