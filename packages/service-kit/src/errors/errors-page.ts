import { ERROR_CODES, type ErrorCode } from './codes.ts';

/** The page of all error codes, in Markdown. */
export function errorsPage(): string {
  const rows = Object.entries<ErrorCode>(ERROR_CODES).map(
    ([code, { description, http }]) => `| \`${code}\` | ${http ?? ''} | ${description} |`,
  );
  return `<!-- Generated from packages/service-kit/src/errors/codes.ts by \`npm run generate\`. -->
# Errors

Every error of the graph carries a code in \`extensions.code\`. The HTTP status is 200 as long as there is data beside the
error; the status below is that of an answer that is nothing but the error.

| Code | HTTP | What it means |
|---|---|---|
${rows.join('\n')}

\`\`\`json
{ "message": "name is required", "path": ["createCustomer"],
  "extensions": { "code": "BAD_USER_INPUT", "fields": [{ "field": "name", "message": "is required" }] } }
\`\`\`
`;
}
