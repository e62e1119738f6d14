import { ERROR_CODES, type ErrorCode, REQUEST_CODES } from './codes.ts';

/** The page of all error codes, in Markdown. */
export function errorsPage(): string {
  const rows = (codes: Record<string, ErrorCode>) =>
    Object.entries(codes)
      .map(([code, { description, http }]) => `| \`${code}\` | ${http ?? ''} | ${description} |`)
      .join('\n');
  return `<!-- Generated from packages/service-kit/src/errors/codes.ts by \`npm run generate\`. -->
# Errors

Every error of the graph carries a code in \`extensions.code\`. The HTTP status is 200 as long as there is data beside the
error; the status below is that of an answer that is nothing but the error.

| Code | HTTP | What it means |
|---|---|---|
${rows(ERROR_CODES)}

What is no sound GraphQL request is answered by the server itself:

| Code | HTTP | What it means |
|---|---|---|
${rows(REQUEST_CODES)}

An error that names fields:

\`\`\`json
{ "message": "name is required", "path": ["createCustomer"],
  "extensions": { "code": "BAD_USER_INPUT", "fields": [{ "field": "name", "message": "is required" }] } }
\`\`\`
`;
}
